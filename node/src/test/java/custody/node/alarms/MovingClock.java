package custody.node.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test puts forward or back; it stands still in between. */
final class MovingClock implements InstantSource {
    private volatile Instant now;

    MovingClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
