package custody.record.desk;

import custody.record.places.FacilityChange;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the ledger by somebody who changed a facility.
 *
 * @param at when it was recorded
 * @param index place in the ledger
 * @param by who did it, and as what
 * @param changes what became otherwise; empty where it was saved again as it was
 */
public record FacilityEntry(Instant at, long index, Reading by, List<FacilityChange> changes) {
    public FacilityEntry {
        changes = List.copyOf(changes);
    }
}
