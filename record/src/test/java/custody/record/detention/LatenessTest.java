package custody.record.detention;

import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.CareFact.Drink;
import custody.record.events.CareFact.Walk;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.events.NoticeFact.Outcome;
import custody.record.events.Occurrence;
import custody.record.events.RightsFact.LetterOfRightsGiven;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An entry")
class LatenessTest {
    private static final Instant AT = minutes(60);

    @Test
    @DisplayName("is in time 15 min after it happened, and late a millisecond later")
    void isLateAfterAQuarter() {
        assertFalse(Lateness.late(written(new Drink(null), Duration.ofMinutes(15))));
        assertTrue(Lateness.late(written(new Drink(null), Duration.ofMinutes(15).plusMillis(1))));
    }

    @Test
    @DisplayName("of rights or a notice is in time 5 min after it happened, and late a millisecond later")
    void ofRightsIsLateAfterFive() {
        for (Fact fact : new Fact[] {
            new LetterOfRightsGiven("uk", null),
            new Notice(Addressee.LEGAL_AID, Outcome.REACHED, null, null, null, null)
        }) {
            assertFalse(Lateness.late(written(fact, Duration.ofMinutes(5))));
            assertTrue(Lateness.late(written(fact, Duration.ofMinutes(5).plusMillis(1))));
        }
    }

    @Test
    @DisplayName("of an interval is measured from its end")
    void ofAnIntervalIsMeasuredFromItsEnd() {
        Story story = Story.delivered();
        Draft walk = Draft.of(new Walk(null), new Occurrence(AT, AT.plusSeconds(3_600), Occurrence.Source.LIVE));
        story.take(story.decide(walk, AT.plusSeconds(3_660)));
        Event event = story.record().events().getLast();
        assertEquals(Duration.ofMinutes(1), Lateness.delay(event));
    }

    @Test
    @DisplayName("written a little before its time has no delay")
    void aheadHasNoDelay() {
        Event event = written(new Drink(null), Duration.ofSeconds(-30));
        assertEquals(Duration.ZERO, Lateness.delay(event));
        assertFalse(Lateness.late(event));
    }

    private static Event written(Fact fact, Duration after) {
        Story story = Story.delivered();
        story.add(fact, AT, AT.plus(after));
        return story.record().events().getLast();
    }
}
