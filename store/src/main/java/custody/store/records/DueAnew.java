package custody.store.records;

import custody.record.events.FacilityCode;
import java.time.Instant;

/**
 * That a facility's records are due: what they are judged by besides their own entries became otherwise, so that when their
 * clocks change next is not known any more. Those whose custody has ended are due where a clock still runs.
 */
public final class DueAnew {
    private static final String DUE = """
            UPDATE alarm_due SET next_due = ? FROM custody_record r
            WHERE r.record_id = alarm_due.record_id AND r.facility = ?
            AND (NOT r.ended OR alarm_due.next_due IS NOT NULL)""";

    private DueAnew() {}

    /** From {@code now} on. */
    public static Beside of(FacilityCode facility, Instant now) {
        return Beside.of(DUE, now, facility.code());
    }
}
