package custody.record.desk;

import custody.record.detention.CustodyRecord;
import custody.record.events.RecordNumber;
import java.util.List;

/**
 * Everyone in custody at a facility.
 *
 * @param records their records, newest first
 * @param unreadable whoever is in custody too and whose record does not open as it was stored: named, so that nobody is
 *     forgotten while the others are worked with; the check says what is wrong
 */
public record InCustody(List<CustodyRecord> records, List<RecordNumber> unreadable) {
    public InCustody {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }
}
