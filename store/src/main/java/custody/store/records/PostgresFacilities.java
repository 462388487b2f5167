package custody.store.records;

import custody.record.desk.Facilities;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.store.database.Queries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Facilities, read anew each time: there is a handful. */
final class PostgresFacilities implements Facilities {
    private final Queries queries;
    private final Appending appending;

    PostgresFacilities(Queries queries, Appending appending) {
        this.queries = queries;
        this.appending = appending;
    }

    @Override
    public Optional<Facility> find(FacilityCode code) {
        return Optional.ofNullable(everything().get(code));
    }

    @Override
    public List<Facility> all() {
        return List.copyOf(everything().values());
    }

    private Map<FacilityCode, Facility> everything() {
        return queries.with(FacilityRows::all);
    }

    @Override
    public void put(Facility facility, Reading by) {
        appending.append(new Wish.PuttingFacility(facility, by, new CompletableFuture<>()));
    }

    @Override
    public void put(Facility facility) {
        appending.append(new Wish.PuttingFacility(facility, null, new CompletableFuture<>()));
    }
}
