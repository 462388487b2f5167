package custody.record.detention;

import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.NoticeFact;
import custody.record.events.RightsFact;
import java.time.Duration;

/** How late an event was written. Late is marked and explained, never refused. */
public final class Lateness {
    /** Rights and notices are late after five minutes, everything else after fifteen. */
    private static final Duration RIGHTS = Duration.ofMinutes(5);

    private static final Duration GENERAL = Duration.ofMinutes(15);

    private Lateness() {}

    /** Time from when it happened, or ended, until it was written; never negative. */
    public static Duration delay(Event event) {
        Duration delay = Duration.between(
                event.occurrence().until() == null
                        ? event.occurredAt()
                        : event.occurrence().until(),
                event.recordedAt());
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /** Whether it counts as late. */
    public static boolean late(Event event) {
        return delay(event).compareTo(allowance(event.fact())) > 0;
    }

    /** How long after it happened this kind of event is still in time. */
    public static Duration allowance(Fact fact) {
        return fact instanceof RightsFact || fact instanceof NoticeFact ? RIGHTS : GENERAL;
    }
}
