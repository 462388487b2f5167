package custody.record.law;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.Value;
import custody.record.law.rules.NamedFact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is written about a disability")
class DisabilityTest {
    private static final Instant ZERO = Instant.parse("2026-11-24T06:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "немає",
                " Немає. ",
                "НІ",
                "відсутня",
                "Інвалідність  відсутня",
                "None",
                "no",
                "NIL",
                "-",
                "—",
                "- немає -",
                "0",
                " "
            })
    @DisplayName("can be that there is none")
    void canBeNone(String written) {
        assertFalse(Disability.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "крісло колісне",
                "II група",
                "2",
                "немає ноги",
                "ні, але погано чує",
                "not known",
                "?",
                "не встановлено"
            })
    @DisplayName("cannot be read as none where it says anything else")
    void cannotBeReadAsNone(String written) {
        assertTrue(Disability.of(written));
    }

    @Test
    @DisplayName(
            "gives rise to the duties towards a person with a disability where it says that there is one, and to none where it says none")
    void isAFactWhereThereIsOne() {
        assertTrue(disabled("крісло колісне"));
        assertFalse(disabled("немає"));
    }

    private static boolean disabled(String written) {
        Map<String, Value> fields = Map.of(
                "place", new Value.Text("-"),
                "basis", new Value.Text("cpc-208"),
                "person.description", new Value.Text("-"),
                "person.disability", new Value.Text(written));
        Apprehended fact = switch (Catalogue.parse(Catalogue.kind("apprehended").orElseThrow(), fields)) {
            case Parsed.Ok<Fact>(Fact read) -> (Apprehended) read;
            case Parsed.Wrong<Fact> wrong ->
                throw new IllegalStateException(wrong.errors().toString());
        };
        Event event = Event.plain(
                new EventId(new UUID(0, 1)),
                new RecordId(new UUID(0, 0)),
                1,
                new Occurrence(ZERO, null, Occurrence.Source.LIVE),
                ZERO,
                new Badge("1000001"),
                fact);
        History history = new History(
                List.of(event),
                fact,
                SmallLaw.pack("1", Instant.EPOCH, null, "a"),
                new Circumstances(SmallLaw.KYIV, List.of()));
        return history.facts().firstEntry().getValue().named().contains(NamedFact.DISABILITY);
    }

    @Test
    @DisplayName("cannot be a fact while nothing is written")
    void cannotBeAFactWhileNothingIsWritten() {
        assertFalse(Disability.of(null));
    }
}
