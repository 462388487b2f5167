package custody.video.recorder;

import java.time.Duration;

/**
 * How long a camera is left alone after a failure; pure. A lost camera is tried after 0.5, 1, 2 and then every 4 seconds during
 * the first minute, later every 30; a refused account only after 10, 20, 40 seconds and so on up to five minutes, since cameras
 * lock accounts. Each wait is shortened by up to half at random so that many cameras do not come at once.
 *
 * @param failures failures in a row
 * @param lostSince monotonic nanoseconds of the first of them
 * @param refused how many of the last failures in a row were refused accounts
 */
public record Backoff(int failures, long lostSince, int refused) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration MOST_IN_FIRST_MINUTE = Duration.ofSeconds(4);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration FIRST_REFUSED = Duration.ofSeconds(10);
    private static final Duration MOST_REFUSED = Duration.ofMinutes(5);
    private static final Duration FIRST_MINUTE = Duration.ofMinutes(1);

    /** No failure so far. */
    public static final Backoff NONE = new Backoff(0, 0, 0);

    /** The state after one more failure. */
    public Backoff failed(boolean accountRefused, long now) {
        return new Backoff(failures + 1, failures == 0 ? now : lostSince, accountRefused ? refused + 1 : 0);
    }

    /** Whether the camera is lost for more than a minute. */
    public boolean longLost(long now) {
        return failures > 0 && now - lostSince >= FIRST_MINUTE.toNanos();
    }

    /** Whether the last failure was a refused account. */
    public boolean accountRefused() {
        return refused > 0;
    }

    /** The wait before the next try; {@code chance} from 0 to 1. */
    public Duration delay(long now, double chance) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration most;
        if (refused > 0) {
            most = doubled(FIRST_REFUSED, refused - 1, MOST_REFUSED);
        } else if (longLost(now)) {
            most = LATER;
        } else {
            most = doubled(FIRST, failures - 1, MOST_IN_FIRST_MINUTE);
        }
        return Duration.ofNanos((long) (most.toNanos() * (1 - Math.clamp(chance, 0.0, 1.0) / 2)));
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, 16));
        return doubled.compareTo(most) > 0 ? most : doubled;
    }
}
