package custody.store.records;

import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facilities as they are committed, at hand: each entry asks for them several times, and they change once in months. Told by whoever
 * appends, since nobody else writes them. Safe for many threads.
 */
final class KnownFacilities {
    private static final Comparator<FacilityCode> BY_CODE = Comparator.comparing(FacilityCode::code);

    private volatile @Nullable NavigableMap<FacilityCode, Facility> known;

    /** In order of their codes; empty while only the database knows. */
    Optional<Map<FacilityCode, Facility>> all() {
        return Optional.ofNullable(known);
    }

    /** As the database holds them while nothing is on its way there. */
    synchronized void loaded(Map<FacilityCode, Facility> all) {
        NavigableMap<FacilityCode, Facility> sorted = new TreeMap<>(BY_CODE);
        sorted.putAll(all);
        known = Collections.unmodifiableNavigableMap(sorted);
    }

    /** These were put and read back. */
    synchronized void committed(List<Facility> put) {
        NavigableMap<FacilityCode, Facility> before = known;
        if (before == null || put.isEmpty()) {
            return;
        }
        NavigableMap<FacilityCode, Facility> after = new TreeMap<>(before);
        put.forEach(facility -> after.put(facility.code(), facility));
        known = Collections.unmodifiableNavigableMap(after);
    }

    /** Some may have been put of which nobody knows. */
    synchronized void doubted() {
        known = null;
    }
}
