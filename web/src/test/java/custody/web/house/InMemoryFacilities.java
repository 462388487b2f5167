package custody.web.house;

import custody.record.desk.Facilities;
import custody.record.desk.FacilityEntry;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.record.places.FacilityChange;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** Facilities in memory. */
public final class InMemoryFacilities implements Facilities {
    private final Map<FacilityCode, Facility> facilities = new ConcurrentHashMap<>();
    private final List<Reading> changes = new CopyOnWriteArrayList<>();
    private final Deque<FacilityEntry> entries = new ConcurrentLinkedDeque<>();
    private final InstantSource time;

    public InMemoryFacilities(InstantSource time) {
        this.time = time;
    }

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
        entries.addFirst(new FacilityEntry(
                time.instant(), entries.size(), by, FacilityChange.between(facilities.get(facility.code()), facility)));
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

    /** There is one facility in the house. */
    @Override
    public List<FacilityEntry> history(FacilityCode facility) {
        return List.copyOf(entries);
    }
}
