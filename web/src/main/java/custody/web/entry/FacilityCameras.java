package custody.web.entry;

import custody.record.events.FacilityCode;
import java.util.List;

/** The cameras of facilities, as entries may name them. */
@FunctionalInterface
public interface FacilityCameras {

    /** A camera: its id, and what people call it. */
    record Named(String id, String name) {}

    /** All that a facility has or had: what a camera recorded outlives it. */
    List<Named> of(FacilityCode facility);
}
