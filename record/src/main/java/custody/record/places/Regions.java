package custody.record.places;

import custody.record.events.FacilityCode;
import java.util.Optional;
import java.util.function.Function;

/** Which facilities lie in one region. */
@FunctionalInterface
public interface Regions {

    /** Whether both lie in one region; a facility lies in its own even if nobody has entered which. */
    boolean same(FacilityCode one, FacilityCode other);

    /** By what is known of facilities; one that is unknown, or whose region is not entered, lies in no other's region. */
    static Regions of(Function<FacilityCode, Optional<Facility>> facilities) {
        return (one, other) -> one.equals(other)
                || facilities
                        .apply(one)
                        .map(Facility::region)
                        .filter(region -> !region.isBlank())
                        .flatMap(region -> facilities
                                .apply(other)
                                .filter(far -> far.region().equals(region)))
                        .isPresent();
    }
}
