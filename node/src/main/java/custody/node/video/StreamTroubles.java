package custody.node.video;

import custody.store.archive.RecentStreams;
import custody.video.camera.CameraId;
import custody.video.health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What finished segments say of a camera and no picture does: a clock that is off, and pictures smaller than those of the day before. A
 * size that stays for a day is the usual one from then on. Asked and turned by one thread.
 */
final class StreamTroubles {
    /** An hour of drift of a bad clock is under a second; more than this is a clock that nobody sets. */
    static final Duration CLOCK_OFF = Duration.ofSeconds(5);

    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LEARNING = Duration.ofHours(1);

    private final Function<Instant, Map<CameraId, RecentStreams.Stream>> newest;
    private final Function<Instant, Map<CameraId, Long>> largest;
    private final InstantSource time;
    private final Map<CameraId, Set<Trouble>> troubles = new HashMap<>();
    private final Map<CameraId, Long> usual = new HashMap<>();
    private Instant learned = Instant.MIN;

    /** {@code newest} and {@code largest} answer as {@link RecentStreams} does. */
    StreamTroubles(
            Function<Instant, Map<CameraId, RecentStreams.Stream>> newest,
            Function<Instant, Map<CameraId, Long>> largest,
            InstantSource time) {
        this.newest = newest;
        this.largest = largest;
        this.time = time;
    }

    /** As it was at the last turn. */
    Set<Trouble> of(CameraId camera) {
        return troubles.getOrDefault(camera, Set.of());
    }

    /** Looks again. */
    void turn() {
        Instant now = time.instant();
        if (learned.isBefore(now.minus(LEARNING))) {
            usual.clear();
            usual.putAll(largest.apply(now.minus(USUAL)));
            learned = now;
        }
        troubles.clear();
        newest.apply(now.minus(RECENT)).forEach((camera, stream) -> troubles.put(camera, judge(camera, stream)));
    }

    private Set<Trouble> judge(CameraId camera, RecentStreams.Stream stream) {
        Set<Trouble> found = EnumSet.noneOf(Trouble.class);
        long most = usual.merge(camera, stream.pixels(), Math::max);
        if (stream.pixels() < most) {
            found.add(Trouble.RESOLUTION);
        }
        if (stream.clockOffsetMicros().isPresent()
                && Math.abs(stream.clockOffsetMicros().getAsLong()) > CLOCK_OFF.toMillis() * 1_000) {
            found.add(Trouble.CLOCK);
        }
        return found;
    }
}
