package custody.record.detention;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.AnyFact;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.events.CustodyFact;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.Occurrence.Source;
import custody.record.events.RightsFact.LetterOfRightsGiven;
import custody.record.events.SystemFact;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deciding on a record of 150 events")
class DecidingCostTest {
    private static final boolean LONG = Boolean.getBoolean("custody.long");
    private static final int DECISIONS = LONG ? 20_000 : 500;

    /** Processor time a decision, µs; the ordinary run is short and not yet compiled, so its limit only finds a blunder. */
    private static final double LIMIT = LONG ? 30 : 300;

    @Test
    @DisplayName("costs microseconds, with the corrections a day brings")
    void costsMicroseconds() {
        Story story = busyDay();
        Instant now = story.now().lastEventAt().plusSeconds(60);
        Draft letter = Draft.of(new LetterOfRightsGiven("uk", null), new Occurrence(now, null, Source.LIVE));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = processorTime();
            for (int decision = 0; decision < DECISIONS; decision++) {
                assertInstanceOf(Decision.Accepted.class, story.decide(letter, now));
            }
            best = Math.min(best, (processorTime() - before) / 1_000.0 / DECISIONS);
        }
        double cost = best;
        assertTrue(cost <= LIMIT, () -> cost + " µs a decision");
        IO.println("one decision on " + story.record().version() + " events: " + Math.round(cost * 10) / 10.0 + " µs");
    }

    private static Story busyDay() {
        Random random = new Random(11);
        AnyFact facts = new AnyFact(random);
        Story story = Story.delivered();
        Instant now = Story.minutes(60);
        List<EventKind> kinds = Catalogue.kinds();
        while (story.record().version() < 150) {
            now = now.plusSeconds(random.nextInt(600));
            Fact fact = facts.some(kinds.get(random.nextInt(kinds.size())));
            Draft draft = Draft.of(fact, new Occurrence(now, null, Source.LIVE));
            if (!(fact instanceof CustodyFact) && story.decide(draft, now) instanceof Decision.Accepted accepted) {
                story.take(accepted);
            }
            if (random.nextInt(15) == 0) {
                correct(story, now);
            }
        }
        return story;
    }

    private static void correct(Story story, Instant now) {
        Event last = story.record().events().getLast();
        if (!(last.fact() instanceof Correction) && !(last.fact() instanceof SystemFact)) {
            EventId id = new EventId(new UUID(7, story.record().version()));
            Correction correction =
                    Correction.moving(last.id(), "час", last.occurredAt().minusSeconds(1));
            Draft draft = Draft.of(correction, new Occurrence(now, null, Source.LIVE));
            Decision decision = Keeping.add(story.record(), draft, new Moment(now, Story.CUSTODY_OFFICER, () -> id));
            if (decision instanceof Decision.Accepted) {
                story.take(decision);
            }
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
