package custody.record.detention;

import static custody.record.detention.Story.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.AnyFact;
import custody.record.catalogue.Canonical;
import custody.record.catalogue.Catalogue;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.Occurrence.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any timeline")
class RandomTimelinesTest {
    private static final int TIMELINES = Boolean.getBoolean("custody.long") ? 2_000 : 60;
    private static final int WISHES = 200;

    @Test
    @DisplayName("folds without fault, keeps its versions, its order and its first and last moment")
    void folds() {
        int accepted = 0;
        int refused = 0;
        for (long seed = 1; seed <= TIMELINES; seed++) {
            Wishes wishes = new Wishes(seed);
            for (int wish = 0; wish < WISHES; wish++) {
                if (wishes.next()) {
                    accepted++;
                } else {
                    refused++;
                }
            }
            holds(wishes.story.record(), seed);
        }
        assertTrue(accepted > TIMELINES * 20, "accepted only " + accepted);
        assertTrue(refused > TIMELINES * 20, "refused only " + refused);
    }

    private static void holds(CustodyRecord record, long seed) {
        Situation ever = record.situation();
        List<Event> standing = record.standing();
        Instant before = ever.apprehendedAt();
        for (Event event : standing) {
            assertFalse(event.occurredAt().isBefore(before), () -> "order, seed " + seed + " " + event);
            before = event.occurredAt();
        }
        for (int version = 1; version <= record.version(); version++) {
            Event event = record.events().get(version - 1);
            assertEquals(version, event.version(), "seed " + seed);
            assertEquals(event, Canonical.decode(Canonical.encode(event)), "seed " + seed);
        }
        endsOnce(standing, seed);
        Event some = standing.get(standing.size() / 2);
        assertEquals(ever.apprehendedAt(), record.situationAt(some.occurredAt()).apprehendedAt());
    }

    /** Custody ends once, a hand-over or several before it, and nothing that needs it stands after its end. */
    private static void endsOnce(List<Event> standing, long seed) {
        List<Event> ends = standing.stream()
                .filter(event -> Course.of(event.fact()).leaves())
                .toList();
        long over = ends.stream()
                .filter(event -> Course.of(event.fact()) == Course.ENDS)
                .count();
        assertTrue(over <= 1, () -> "ends, seed " + seed + " " + ends);
        for (Event end : ends) {
            boolean handed = Course.of(end.fact()) == Course.HANDS_OVER;
            for (Event event : standing) {
                boolean after = event.occurredAt().isAfter(end.occurredAt());
                assertFalse(
                        after && !handed && Course.of(event.fact()).leaves(),
                        () -> "two ends, seed " + seed + " " + event);
                Needs needs = Needs.of(event.fact());
                assertFalse(
                        after && needs != Needs.NOTHING && !(handed && needs == Needs.HELD),
                        () -> "after the end, seed " + seed + " " + event);
            }
        }
    }

    /** Wishes of every kind, sensible and not, at every time around now. */
    private static final class Wishes {
        private final Random random;
        private final AnyFact facts;
        private final Story story;
        private Instant now = Story.minutes(60);

        Wishes(long seed) {
            random = new Random(seed);
            facts = new AnyFact(random);
            story = Story.delivered(one(List.of(Basis.values())));
        }

        /** One wish, asked twice; whether it was accepted. */
        boolean next() {
            now = now.plusMillis(random.nextInt(600_000));
            Fact fact = fact();
            Draft draft = Draft.of(fact, new Occurrence(at(), null, Source.STATED));
            long ids = random.nextLong();
            Decision decision = decide(draft, ids);
            assertEquals(decision, decide(draft, ids), "the same wish, another decision");
            if (decision instanceof Decision.Accepted) {
                story.take(decision);
                return true;
            }
            return false;
        }

        private Decision decide(Draft draft, long ids) {
            Moment moment = new Moment(now, Story.CUSTODY_OFFICER, () -> new EventId(new UUID(ids, ids)));
            return Keeping.addBySystem(story.record(), draft, moment);
        }

        private <T> T one(List<T> several) {
            return several.get(random.nextInt(several.size()));
        }

        private Fact fact() {
            if (random.nextInt(4) == 0) {
                return correction();
            }
            Fact fact = facts.some(one(Catalogue.kinds()));
            boolean rare = Course.of(fact).leaves() || Course.of(fact) == Course.CLOSES;
            return rare && random.nextInt(6) > 0 ? fact() : fact;
        }

        private Fact correction() {
            EventId id = one(story.record().events()).id();
            return new Correction(
                    id,
                    "помилка",
                    random.nextInt(3) == 0 ? (Boolean) random.nextBoolean() : null,
                    random.nextBoolean() ? at() : null,
                    random.nextInt(4) == 0 ? at() : null,
                    List.of(),
                    List.of(),
                    null,
                    new LinkedHashMap<>());
        }

        private Instant at() {
            long span = now.toEpochMilli() - T0.toEpochMilli();
            return random.nextInt(3) == 0
                    ? now.plusMillis(random.nextInt(90_000) - 30_000)
                    : T0.plusMillis(random.nextLong(span + 600_000) - 300_000);
        }
    }
}
