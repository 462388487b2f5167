package custody.ledger.log;

import java.time.Instant;

/**
 * When the node recorded an entry, by both of its clocks.
 *
 * @param recordedAt wall clock, UTC, whole milliseconds, years 1970 to 9999
 * @param boot the run of the machine
 * @param uptimeMillis monotonic clock since boot, milliseconds, not negative
 * @param source what disciplined the wall clock
 * @param errorMillis bound of the wall clock's error in milliseconds, or {@link #UNKNOWN_ERROR}
 */
public record LeafTime(Instant recordedAt, BootId boot, long uptimeMillis, ClockSource source, long errorMillis) {
    /** The node cannot bound its clock's error; {@code null} in the leaf. */
    public static final long UNKNOWN_ERROR = -1;

    public LeafTime {
        UtcMillis.require(recordedAt);
        WholeNumber.requireNotNegative(uptimeMillis);
        if (errorMillis != UNKNOWN_ERROR) {
            WholeNumber.requireNotNegative(errorMillis);
        }
    }
}
