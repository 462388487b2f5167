package custody.node.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time by which footage grows old. A clock that is set months ahead, by mistake, by a dead battery or on purpose, would make
 * everything that is not held go at once, and lawfully. So the wall clock is believed only as long as it is at most a day ahead of
 * what has run by the monotonic clock since the last time that was believed. One further ahead is believed after a day of running
 * time in which it stayed there: until then the time goes on as if nobody had set the clock, and there is an alarm. A clock that is
 * put back is believed at once, since nothing grows old by that, and so is one that was behind at the start and is put right: what was
 * believed before the start is no step ahead. Safe for many threads.
 */
final class BelievedTime implements InstantSource {
    private static final Duration PLAUSIBLE = Duration.ofDays(1);
    private static final Duration WAIT = Duration.ofDays(1);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Supplier<Optional<Instant>> known;
    private @Nullable Instant base;
    private long baseNanos;
    private boolean doubted;
    private long doubtedSince;

    /**
     * Over these clocks.
     *
     * @param nanos the monotonic clock
     * @param known the time that was believed last before the start; empty where nothing tells of one
     */
    BelievedTime(InstantSource wall, LongSupplier nanos, Supplier<Optional<Instant>> known) {
        this.wall = wall;
        this.nanos = nanos;
        this.known = known;
    }

    @Override
    public synchronized Instant instant() {
        Instant says = wall.instant();
        long ran = nanos.getAsLong();
        if (base == null) {
            Instant before = known.get().orElse(says);
            boolean plausible = !says.isBefore(before) && !says.isAfter(before.plus(PLAUSIBLE));
            base = plausible ? says : before;
            baseNanos = ran;
        }
        Instant expected = base.plusNanos(ran - baseNanos);
        if (!says.isAfter(expected.plus(PLAUSIBLE))) {
            doubted = false;
            return says;
        }
        if (!doubted) {
            doubted = true;
            doubtedSince = ran;
        }
        if (ran - doubtedSince < WAIT.toNanos()) {
            return expected;
        }
        base = says;
        baseNanos = ran;
        doubted = false;
        return says;
    }

    /** Whether the wall clock is too far ahead to be believed. */
    synchronized boolean doubts() {
        var _ = instant();
        return doubted;
    }
}
