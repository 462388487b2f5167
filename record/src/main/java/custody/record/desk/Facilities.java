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

    /**
     * Adds one, or replaces its description. Leaves a ledger entry, and beside it one that says who did it and what became
     * otherwise, under the key of the facility's staff: an entry in clear would show a badge to everybody.
     */
    void put(Facility facility, Reading by);

    /** As somebody at the console, or the node itself at its first start, does. */
    void put(Facility facility);

    /** What people changed of a facility, the newest first. What the console put in is not among it: its entry is a hash. */
    List<FacilityEntry> history(FacilityCode facility);
}
