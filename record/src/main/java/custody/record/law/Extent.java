package custody.record.law;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lasts from one instant to another, which may not be known yet. */
interface Extent {

    /** When it ended, or is known to end; null where neither. */
    @Nullable
    Instant to();

    /** How far it has come by then. */
    default Instant until(Instant now) {
        Instant to = to();
        return to == null || to.isAfter(now) ? now : to;
    }

    default boolean goesOn(Instant now) {
        Instant to = to();
        return to == null || to.isAfter(now);
    }
}
