package custody.node.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How the day's time becomes the play's time: from {@code origin} on it runs {@code speed} times as fast, beginning at
 * {@code start}; what lies before keeps its distance. Order is kept.
 *
 * @param origin instant of the day from which on it is paced
 * @param start instant of the play at which that is
 * @param speed times as fast; 1 is real time
 */
public record Pace(Instant origin, Instant start, double speed) {
    public Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a pace is above zero");
        }
    }

    /** The day's own times, whenever they are written. */
    public static Pace asItWas(Instant turn) {
        return new Pace(turn, turn, 1);
    }

    /** The instant of the play at which that instant of the day is. */
    public Instant of(Instant day) {
        Duration since = Duration.between(origin, day);
        return since.isNegative() ? start.plus(since) : start.plusMillis((long) (since.toMillis() / speed));
    }
}
