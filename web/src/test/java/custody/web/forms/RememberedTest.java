package custody.web.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.catalogue.Catalogue;
import custody.record.events.Badge;
import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.CoercionFact.ForceUsed;
import custody.record.events.ComplaintFact.ViolationFound;
import custody.record.events.ComplaintFact.ViolationReported;
import custody.record.events.CustodyFact.BroughtToCourt;
import custody.record.events.DefenceFact.DefenderAppointed;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.events.NoticeFact.Outcome;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.places.Facility.Serving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the record already knows of an entry")
class RememberedTest {
    private static final Instant NOON = Instant.parse("2026-11-24T10:00:00Z");
    private static final Badge FORCEFUL = new Badge("1000002");
    private final List<Event> events = new ArrayList<>();

    private EventId add(Fact fact) {
        int version = events.size() + 1;
        EventId id = new EventId(new UUID(1, version));
        events.add(new Event(
                id,
                new RecordId(new UUID(0, 1)),
                version,
                new Occurrence(NOON, null, Occurrence.Source.STATED),
                NOON,
                new Badge("1000001"),
                List.of(FORCEFUL),
                List.of(),
                null,
                null,
                null,
                fact));
        return id;
    }

    private Map<String, List<String>> of(String kind, Typed typed) {
        Serving serving = new Serving("Центр правничої допомоги", null, "Міський суд", null);
        return new Remembered(events, serving).of(Catalogue.kind(kind).orElseThrow(), typed);
    }

    private Map<String, List<String>> notice(Addressee addressee) {
        return of("notice", Typed.nothing().with("fields.addressee", custody.record.catalogue.Wire.name(addressee)));
    }

    @Test
    @DisplayName("is who was named when the same addressee was last tried, else the office that serves the facility")
    void isWhoWasNamed() {
        add(new Notice(Addressee.RELATIVE, Outcome.ATTEMPTED, null, "мати", "+380440000000", null));
        assertEquals(Map.of("who", List.of("мати"), "contact", List.of("+380440000000")), notice(Addressee.RELATIVE));
        assertEquals(Map.of("who", List.of("Центр правничої допомоги")), notice(Addressee.LEGAL_AID));
        assertEquals(Map.of(), notice(Addressee.PROSECUTOR), "no office is entered");
        assertEquals(Map.of(), of("notice", Typed.nothing()), "nobody is chosen yet");
    }

    @Test
    @DisplayName("is the defender appointed last and the court the person was brought to")
    void isDefenderAndCourt() {
        assertEquals(Map.of(), of("defender-arrived", Typed.nothing()));
        add(new DefenderAppointed("Перша", null, null));
        add(new DefenderAppointed("Друга", null, null));
        assertEquals(Map.of("defender", List.of("Друга")), of("defender-arrived", Typed.nothing()));
        assertEquals(Map.of("court", List.of("Міський суд")), of("court-decision", Typed.nothing()));
        add(new BroughtToCourt("Апеляційний суд"));
        assertEquals(Map.of("court", List.of("Апеляційний суд")), of("court-decision", Typed.nothing()));
    }

    @Test
    @DisplayName("is the force and the violation of which nobody has written yet")
    void isWhatNobodyHasWrittenOfYet() {
        EventId first = add(new ForceUsed(null, null, null, null, null, null, null));
        EventId second = add(new ForceUsed(null, null, null, null, null, null, null));
        add(new ForceStatement(FORCEFUL, "зміст", null, second, List.of()));
        assertEquals(
                Map.of("about", List.of(first.toString()), "officer", List.of("1000002")),
                of("force-statement", Typed.nothing()));
        EventId violation = add(new ViolationFound(null, null, List.of()));
        add(new ViolationReported(ViolationReported.To.HEAD, violation, null));
        assertEquals(Map.of(), of("violation-reported", Typed.nothing().with("fields.to", "head")));
        assertEquals(
                Map.of("violation", List.of(violation.toString())),
                of("violation-reported", Typed.nothing().with("fields.to", "prosecutor")));
    }

    @Test
    @DisplayName("is nothing of what people must look at themselves")
    void isNothingOfACheck() {
        assertEquals(Map.of(), of("check-made", Typed.nothing()));
        assertEquals(Map.of(), of("rights-explained", Typed.nothing()));
    }
}
