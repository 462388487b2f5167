package custody.store.records;

import custody.record.desk.After;
import custody.record.desk.Page;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.store.database.Queries;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.payloads.Payload;
import custody.store.payloads.SummaryFields;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records on one line: the whiteboard and searches. Safe for many threads. */
final class Listing {
    private static final int OPENED_KEYS = 20_000;
    private static final String FACILITY = "SELECT facility FROM custody_record WHERE record_id = ?";

    private final Queries queries;
    private final DataKeys keys;
    private final Keystore keystore;
    private final Map<UUID, DataKey> opened = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DataKey> eldest) {
            return size() > OPENED_KEYS;
        }
    });

    Listing(Queries queries, DataKeys keys, Keystore keystore) {
        this.queries = queries;
        this.keys = keys;
        this.keystore = keystore;
    }

    Optional<FacilityCode> facilityOf(RecordId record) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FACILITY)) {
                select.setObject(1, record.value());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(new FacilityCode(rows.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** Everyone in custody at a facility, newest first. */
    List<Summary> present(FacilityCode facility) {
        Where where = new Where().and("r.facility = ?", facility.code()).and("NOT r.ended");
        return queries.with(connection -> select(connection, where, Integer.MAX_VALUE));
    }

    /** One page of what was searched for, newest first. */
    Page<Summary> search(Search search) {
        List<FacilityCode> facilities = queries.with(
                connection -> List.copyOf(FacilityRows.all(connection).keySet()));
        Where where = Searching.where(search, facilities, keystore);
        List<Summary> found = queries.with(connection -> select(connection, where, search.limit() + 1));
        if (found.size() <= search.limit()) {
            return new Page<>(found, null);
        }
        List<Summary> page = found.subList(0, search.limit());
        return new Page<>(page, After.of(page.getLast()).toString());
    }

    private List<Summary> select(Connection connection, Where where, int limit) throws SQLException {
        String sql = """
                SELECT r.record_id, r.facility, r.year, r.running, r.version, r.summary,
                       k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
                FROM custody_record r JOIN data_key k ON k.id = r.record_id
                WHERE %s ORDER BY r.apprehended_at DESC, r.record_id LIMIT ?
                """.formatted(where.condition());
        List<Summary> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = where.bind(select, connection);
            select.setInt(next, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(summary(rows));
                }
            }
        }
        return found;
    }

    private Summary summary(ResultSet rows) throws SQLException {
        RecordId id = new RecordId(rows.getObject(1, UUID.class));
        int version = rows.getInt(5);
        RecordNumber number = new RecordNumber(new FacilityCode(rows.getString(2)), rows.getInt(3), rows.getInt(4));
        DataKey key = opened.get(id.value());
        if (key == null) {
            key = keys.open(KeyRows.read(rows, 7));
            opened.put(id.value(), key);
        }
        return key.open(Binding.summary(id.value(), version), rows.getBytes(6))
                .map(Payload::decode)
                .map(SummaryFields::situation)
                .map(situation -> new Summary(id, number, version, situation))
                .orElseThrow(() -> new Loading.Unreadable(id));
    }
}
