package custody.node.alarms.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message that was not taken is tried again: twice as long each time, up to ten minutes, for two days. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final int DOUBLINGS = 12;

    private Backoff() {}

    /**
     * The next attempt; empty where it is given up.
     *
     * @param attempts how many were made, this one among them
     */
    static Optional<Instant> next(Instant madeAt, int attempts, Instant now) {
        if (Duration.between(madeAt, now).compareTo(PATIENCE) > 0) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        return Optional.of(now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
