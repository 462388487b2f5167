package custody.web.pages;

import custody.record.detention.Situation;
import custody.record.events.CareFact.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a person is to be looked at next, by the observation level that was set.
 *
 * @param due when the next look is due; null where none is
 * @param state how urgent that is
 */
record Checks(@Nullable Instant due, State state) {

    /** How urgent a look is. */
    enum State {
        /** No level is set, or the person is not here. */
        NONE,
        GREEN,
        /** Four fifths of the interval are over. */
        AMBER,
        /** Overdue. */
        RED
    }

    static Checks of(Situation situation, Instant now) {
        Level level = situation.level();
        if (level == null || situation.status() != Situation.Status.IN_CUSTODY) {
            return new Checks(null, State.NONE);
        }
        Instant from = situation.lastCheck() != null ? situation.lastCheck() : situation.statusSince();
        Duration interval = interval(level);
        Instant due = from.plus(interval);
        return new Checks(due, state(due, interval, now));
    }

    private static State state(Instant due, Duration interval, Instant now) {
        if (now.isAfter(due)) {
            return State.RED;
        }
        return now.isAfter(due.minus(interval.dividedBy(5))) ? State.AMBER : State.GREEN;
    }

    /** Constant observation is still written down, every quarter of an hour. */
    private static Duration interval(Level level) {
        return switch (level) {
            case CONSTANT, EVERY_15_MIN -> Duration.ofMinutes(15);
            case EVERY_30_MIN -> Duration.ofMinutes(30);
            case EVERY_60_MIN -> Duration.ofMinutes(60);
        };
    }
}
