package custody.record.law;

import java.time.Duration;
import java.time.Instant;

/** How an alarm clock woke: a fact about the node, which explains entries that come late. */
public sealed interface Waking {
    /** Anything up to this is in time. */
    Duration IN_TIME = Duration.ofSeconds(1);

    /** A clock may be set back by so much without a word. */
    Duration STEP = Duration.ofSeconds(5);

    /** In time. */
    record InTime() implements Waking {}

    /** Later than it should have: the machine slept, or was busy. */
    record Late(Duration by) implements Waking {}

    /** The clock shows less than it did before. */
    record WentBack(Duration by) implements Waking {}

    /**
     * Judges a waking.
     *
     * @param wanted when it should have woken
     * @param before what the clock showed at the last waking
     * @param now what it shows
     */
    static Waking of(Instant wanted, Instant before, Instant now) {
        if (now.plus(STEP).isBefore(before)) {
            return new WentBack(Duration.between(now, before));
        }
        return wanted.plus(IN_TIME).isBefore(now) ? new Late(Duration.between(wanted, now)) : new InTime();
    }
}
