package custody.record.desk;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;

/**
 * A record on one line, as the whiteboard and lists need it.
 *
 * @param id names the record
 * @param number the number people say
 * @param version version it was folded from
 * @param situation how things stand
 */
public record Summary(RecordId id, RecordNumber number, int version, Situation situation) {

    /** The line of a record as it stands. */
    public static Summary of(CustodyRecord record) {
        return new Summary(record.id(), record.number(), record.version(), record.situation());
    }

    /** Where the record was opened. */
    public FacilityCode facility() {
        return number.facility();
    }
}
