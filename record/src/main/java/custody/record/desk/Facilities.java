package custody.record.desk;

import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import java.util.List;
import java.util.Optional;

/** Facilities this node serves. */
public interface Facilities {

    /** The facility of that code. */
    Optional<Facility> find(FacilityCode code);

    /** All, by code. */
    List<Facility> all();

    /** Adds one, or replaces its description. Leaves a ledger entry. */
    void put(Facility facility);
}
