package custody.record.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.LawApplied;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pack that judges a record")
class LawbookTest {
    private static final Instant SWITCH = Instant.parse("2026-11-20T22:00:00Z");
    private static final Pack OLD = SmallLaw.pack("1", Instant.parse("2024-01-01T00:00:00Z"), SWITCH, "a");
    private static final Pack NEW = SmallLaw.pack("2", SWITCH, null, "b");
    private static final Lawbook BOOK =
            new Lawbook(new Packs(List.of(OLD, NEW)), "ua", _ -> new Circumstances(SmallLaw.KYIV, List.of()));

    private static List<Event> apprehended(Instant at) {
        return new Supposition(Basis.CPC_208, null, null, null, Set.of(), null, at, null, null).events();
    }

    private static List<Event> applied(Instant at, Pack pack) {
        List<Event> events = new ArrayList<>(apprehended(at));
        events.add(Event.plain(
                new EventId(new UUID(0, 9)),
                new RecordId(new UUID(0, 0)),
                2,
                new Occurrence(at, null, Occurrence.Source.LIVE),
                at,
                new Badge("SYSTEM"),
                new LawApplied(pack.id(), pack.version(), pack.hash())));
        return events;
    }

    @Test
    @DisplayName("is the one in force at the apprehension, from its first millisecond on")
    void isTheOneInForceAtTheApprehension() {
        assertEquals(OLD, BOOK.judging(apprehended(SWITCH.minusMillis(1))).orElseThrow());
        assertEquals(NEW, BOOK.judging(apprehended(SWITCH)).orElseThrow());
        assertTrue(
                BOOK.judging(apprehended(Instant.parse("2023-01-01T00:00:00Z"))).isEmpty());
    }

    @Test
    @DisplayName("is the very text that the record names, while that is here and was in force then")
    void isTheVeryTextTheRecordNames() {
        Instant at = SWITCH.minusSeconds(60);
        Pack amended = SmallLaw.pack("1", OLD.validFrom(), SWITCH, "c");
        Lawbook both = new Lawbook(new Packs(List.of(amended, OLD, NEW)), "ua", BOOK.circumstances());
        assertEquals(OLD, both.judging(applied(at, OLD)).orElseThrow());
        assertEquals(amended, both.judging(applied(at, amended)).orElseThrow());
    }

    @Test
    @DisplayName("cannot be one that was not in force at the apprehension as it stands corrected")
    void cannotBeOneThatWasNotInForce() {
        assertEquals(NEW, BOOK.judging(applied(SWITCH, OLD)).orElseThrow());
        Pack gone = SmallLaw.pack("0", OLD.validFrom(), SWITCH, "d");
        assertEquals(
                OLD,
                BOOK.judging(applied(SWITCH.minus(Duration.ofHours(1)), gone)).orElseThrow());
    }

    @Test
    @DisplayName("that is gone lends its words to the newest text given, not to one that came with an old program")
    void thatIsGoneLendsItsWords() {
        Pack built = SmallLaw.pack("0", Instant.parse("2023-01-01T00:00:00Z"), null, "e");
        Packs layered = new Packs(List.of(OLD, NEW)).over(List.of(built));
        String rule = NEW.rules().getFirst().id();
        assertEquals(List.of(NEW, OLD, built), layered.newestFirst("ua").toList());
        assertSame(
                NEW.rules().getFirst(),
                new Lawbook(layered, "ua", BOOK.circumstances())
                        .rule("ua 2020 gone", rule)
                        .orElseThrow());
    }
}
