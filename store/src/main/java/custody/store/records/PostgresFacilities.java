package custody.store.records;

import custody.ledger.log.Field;
import custody.record.desk.Facilities;
import custody.record.desk.FacilityEntry;
import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import custody.record.desk.StorageUnavailable;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.store.database.Queries;
import custody.store.keys.Binding;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.payloads.FacilityFields;
import custody.store.payloads.Payload;
import custody.store.payloads.ReadingFields;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Facilities: there is a handful. */
final class PostgresFacilities implements Facilities {
    /** Changes stand among the entries about staff, which are few; what an entry is stands inside. */
    private static final String ENTRIES = """
            SELECT o.origin, l.index, l.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM data_key k JOIN leaf l ON l.data_key = k.id JOIN ledger_epoch o USING (epoch)
            WHERE k.purpose = ? AND k.facility = ? AND l.record_id IS NULL ORDER BY l.epoch DESC, l.index DESC
            """;

    private final Queries queries;
    private final Appending appending;
    private final DataKeys keys;
    private final KnownFacilities known;

    PostgresFacilities(Queries queries, Appending appending, DataKeys keys, KnownFacilities known) {
        this.queries = queries;
        this.appending = appending;
        this.keys = keys;
        this.known = known;
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
        return known.all().orElseGet(() -> queries.with(FacilityRows::all));
    }

    @Override
    public void put(Facility facility, Reading by) {
        appending.append(new Wish.PuttingFacility(facility, by, new CompletableFuture<>()));
    }

    @Override
    public void put(Facility facility) {
        appending.append(new Wish.PuttingFacility(facility, null, new CompletableFuture<>()));
    }

    @Override
    public List<FacilityEntry> history(FacilityCode facility) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
                select.setString(1, KeyPurpose.STAFF.word());
                select.setString(2, facility.code());
                List<FacilityEntry> entries = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        entry(rows).ifPresent(entries::add);
                    }
                }
                return entries;
            }
        });
    }

    private Optional<FacilityEntry> entry(ResultSet rows) throws SQLException {
        long index = rows.getLong(2);
        List<Field> fields = keys.open(KeyRows.read(rows, 4))
                .open(Binding.entry(rows.getString(1), index), rows.getBytes(3))
                .map(Payload::decode)
                .orElseThrow(() -> new StorageUnavailable(
                        "an entry about a facility was changed; run the check", new IllegalStateException("facility")));
        if (!ReadingFields.looks(fields)) {
            return Optional.empty();
        }
        PastReading done = ReadingFields.reading(fields, index);
        return Optional.of(new FacilityEntry(done.at(), index, done.reading(), FacilityFields.changes(fields)));
    }
}
