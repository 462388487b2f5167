package custody.web.house;

import custody.record.desk.Facilities;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Facilities in memory. */
public final class InMemoryFacilities implements Facilities {
    private final Map<FacilityCode, Facility> facilities = new ConcurrentHashMap<>();
    private final List<Reading> changes = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Facility> find(FacilityCode code) {
        return Optional.ofNullable(facilities.get(code));
    }

    @Override
    public List<Facility> all() {
        return facilities.values().stream()
                .sorted(Comparator.comparing(facility -> facility.code().code()))
                .toList();
    }

    @Override
    public void put(Facility facility, Reading by) {
        changes.add(by);
        put(facility);
    }

    /** Who changed what, as the ledger would have it. */
    public List<Reading> changes() {
        return List.copyOf(changes);
    }

    @Override
    public void put(Facility facility) {
        facilities.put(facility.code(), facility);
    }
}
