package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks that are set ahead, and those that merely were off for a while. */
class BelievedTimeTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private Instant wall = START;
    private long nanos = 42;
    private Optional<Instant> known = Optional.of(START.minusSeconds(60));

    private BelievedTime time() {
        return new BelievedTime(() -> wall, () -> nanos, () -> known);
    }

    private void pass(Duration length) {
        wall = wall.plus(length);
        nanos += length.toNanos();
    }

    @Test
    void aClockThatRunsAsItShouldIsBelievedForMonths() {
        BelievedTime time = time();
        for (int day = 0; day < 200; day++) {
            assertEquals(wall, time.instant());
            pass(Duration.ofDays(1));
        }
        assertFalse(time.doubts());
    }

    @Test
    void aClockThatIsSetMonthsAheadChangesNothingForADay() {
        BelievedTime time = time();
        assertEquals(START, time.instant());
        wall = wall.plus(Duration.ofDays(100));
        pass(Duration.ofMinutes(1));
        assertEquals(START.plusSeconds(60), time.instant());
        assertTrue(time.doubts());
        pass(Duration.ofHours(23));
        assertEquals(START.plusSeconds(60).plus(Duration.ofHours(23)), time.instant());
        wall = wall.minus(Duration.ofDays(100));
        assertEquals(wall, time.instant());
        assertFalse(time.doubts(), "put back");
    }

    @Test
    void aClockThatStaysAheadForADayOfRunningTimeIsBelieved() {
        BelievedTime time = time();
        assertEquals(START, time.instant());
        wall = wall.plus(Duration.ofDays(3));
        assertTrue(time.doubts());
        pass(Duration.ofDays(1));
        assertEquals(wall, time.instant());
        assertFalse(time.doubts());
    }

    @Test
    void aNodeThatStartsMonthsBehindWhatItKnewWaitsTooAndSoDoesTheNext() {
        known = Optional.of(START.minus(Duration.ofDays(100)));
        BelievedTime time = time();
        assertEquals(START.minus(Duration.ofDays(100)), time.instant());
        pass(Duration.ofHours(20));
        assertEquals(START.minus(Duration.ofDays(100)).plus(Duration.ofHours(20)), time.instant());
        assertTrue(time().doubts());
    }

    @Test
    void aNodeThatStartsWithItsClockBehindBelievesTheRightTimeAsSoonAsItIsSet() {
        wall = START.minus(Duration.ofDays(2_000));
        BelievedTime time = time();
        assertEquals(wall, time.instant(), "nothing grows old by that");
        assertFalse(time.doubts());
        nanos += Duration.ofSeconds(30).toNanos();
        wall = START.plusSeconds(30);
        assertEquals(wall, time.instant());
        assertFalse(time.doubts());
    }

    @Test
    void aNodeThatStartsWithItsClockBehindDoubtsOneThatIsSetMonthsAheadOfWhatItKnew() {
        wall = START.minus(Duration.ofDays(2_000));
        BelievedTime time = time();
        var _ = time.instant();
        wall = START.plus(Duration.ofDays(100));
        assertTrue(time.doubts());
    }

    @Test
    void aNodeOfWhichNothingIsKnownBelievesItsClock() {
        known = Optional.empty();
        assertEquals(START, time().instant());
    }
}
