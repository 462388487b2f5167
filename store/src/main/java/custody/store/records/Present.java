package custody.store.records;

import custody.record.desk.CustodyRecords;
import custody.record.detention.CustodyRecord;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records that pages look at again and again, whole: of everyone in custody, or of those who have gone and are still owed
 * something. What was read before and has not changed since is not read and opened again; whoever no longer belongs here is
 * forgotten at the next look. Safe for many threads.
 */
final class Present {
    private static final String IN_CUSTODY = """
            SELECT record_id, version FROM custody_record
            WHERE facility = ? AND NOT ended ORDER BY apprehended_at DESC, record_id
            """;
    private static final String OWING = """
            SELECT r.record_id, r.version FROM custody_record r JOIN (
                SELECT record_id FROM alert WHERE facility = ? AND settled_at IS NULL AND kind IN ('BREACH', 'WARNING')
                UNION SELECT record_id FROM alarm_due WHERE next_due <= ?) owed USING (record_id)
            WHERE r.facility = ? AND r.ended ORDER BY r.apprehended_at DESC, r.record_id LIMIT ?
            """;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Queries queries;
    private final Loading loading;
    private final Map<FacilityCode, Map<RecordId, CustodyRecord>> known = new ConcurrentHashMap<>();

    Present(Queries queries, Loading loading) {
        this.queries = queries;
        this.loading = loading;
    }

    /** Everyone in custody at a facility, newest first. */
    List<CustodyRecord> at(FacilityCode facility) {
        return whole(facility, IN_CUSTODY, select -> select.setString(1, facility.code()));
    }

    /** Whoever has gone from a facility and may be owed something, newest first. */
    List<CustodyRecord> owing(FacilityCode facility, Instant now) {
        return whole(facility, OWING, select -> {
            select.setString(1, facility.code());
            select.setObject(2, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            select.setString(3, facility.code());
            select.setInt(4, CustodyRecords.MOST_OWING);
        });
    }

    @FunctionalInterface
    private interface Filling {
        void in(PreparedStatement select) throws SQLException;
    }

    private List<CustodyRecord> whole(FacilityCode facility, String query, Filling filling) {
        return queries.with(connection -> {
            Map<RecordId, Integer> versions = versions(connection, query, filling);
            Map<RecordId, CustodyRecord> now = new HashMap<>(known.getOrDefault(facility, Map.of()));
            now.keySet().retainAll(versions.keySet());
            List<RecordId> changed = versions.entrySet().stream()
                    .filter(entry -> !current(now.get(entry.getKey()), entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!changed.isEmpty()) {
                now.putAll(loading.records(connection, changed));
            }
            known.put(facility, Map.copyOf(now));
            List<CustodyRecord> present = new ArrayList<>();
            versions.keySet().forEach(id -> present.add(now.get(id)));
            return present;
        });
    }

    private static boolean current(@org.jspecify.annotations.Nullable CustodyRecord read, int version) {
        return read != null && read.version() >= version;
    }

    private static Map<RecordId, Integer> versions(Connection connection, String query, Filling filling)
            throws SQLException {
        Map<RecordId, Integer> versions = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            filling.in(select);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(new RecordId(rows.getObject(1, UUID.class)), rows.getInt(2));
                }
            }
        }
        return versions;
    }
}
