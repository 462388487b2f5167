package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.store.archive.RecentStreams.Stream;
import custody.video.camera.CameraId;
import custody.video.health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamTroublesTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final long LARGE = 1_920 * 1_080;
    private static final long SMALL = 640 * 360;

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final Map<CameraId, Stream> newest = new HashMap<>();
    private final Map<CameraId, Long> largest = new HashMap<>();
    private final StreamTroubles troubles = new StreamTroubles(since -> newest, since -> largest, () -> now);

    /** What is found when the camera's newest segment is like this. */
    private Set<Trouble> found(OptionalLong clockOffsetMicros, long pixels) {
        newest.put(CAMERA, new Stream(clockOffsetMicros, pixels));
        troubles.turn();
        return troubles.of(CAMERA);
    }

    private static OptionalLong off(Duration clock) {
        return OptionalLong.of(clock.toNanos() / 1_000);
    }

    @Test
    void aClockThatIsOffIsTold() {
        Duration tooMuch = StreamTroubles.CLOCK_OFF.plusMillis(1);
        assertEquals(Set.of(Trouble.CLOCK), found(off(tooMuch), LARGE), "fast");
        assertEquals(Set.of(Trouble.CLOCK), found(off(tooMuch.negated()), LARGE), "slow");
    }

    @Test
    void aClockThatIsNearlyRightOrNotToldIsNoTrouble() {
        assertEquals(Set.of(), found(off(StreamTroubles.CLOCK_OFF), LARGE));
        assertEquals(Set.of(), found(off(StreamTroubles.CLOCK_OFF.negated()), LARGE));
        assertEquals(Set.of(), found(OptionalLong.empty(), LARGE));
    }

    @Test
    void picturesSmallerThanThoseOfTheDayBeforeAreTold() {
        largest.put(CAMERA, LARGE);
        assertEquals(Set.of(Trouble.RESOLUTION), found(OptionalLong.empty(), SMALL));
        assertEquals(Set.of(), found(OptionalLong.empty(), LARGE), "and no longer when they are as before");
    }

    @Test
    void picturesThatBecomeSmallerWhileItLooksAreToldToo() {
        assertEquals(Set.of(), found(OptionalLong.empty(), LARGE), "nothing is known of the day before");
        assertEquals(Set.of(Trouble.RESOLUTION), found(OptionalLong.empty(), SMALL));
    }

    @Test
    void aSizeThatStaysForADayIsTheUsualOne() {
        largest.put(CAMERA, LARGE);
        assertEquals(Set.of(Trouble.RESOLUTION), found(OptionalLong.empty(), SMALL));
        largest.put(CAMERA, SMALL);
        now = now.plus(Duration.ofMinutes(59));
        assertEquals(Set.of(Trouble.RESOLUTION), found(OptionalLong.empty(), SMALL), "it asks once an hour");
        now = now.plus(Duration.ofMinutes(2));
        assertEquals(Set.of(), found(OptionalLong.empty(), SMALL));
    }

    @Test
    void aCameraWithoutANewSegmentHasNoTroubleHere() {
        assertEquals(Set.of(Trouble.CLOCK), found(off(Duration.ofMinutes(3)), LARGE));
        newest.clear();
        troubles.turn();
        assertEquals(Set.of(), troubles.of(CAMERA), "that it is away is told by others");
    }
}
