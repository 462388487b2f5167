package custody.store.records;

import custody.record.desk.CustodyRecords;
import custody.record.desk.InCustody;
import custody.record.detention.CustodyRecord;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Records that pages look at again and again, whole: of everyone in custody, or of those who have gone and are still owed
 * something. What was read before and has not changed since is not read and opened again; whoever no longer belongs here is
 * forgotten at the next look. Safe for many threads.
 */
final class Present {
    private static final String IN_CUSTODY = """
            SELECT record_id, version, year, running FROM custody_record
            WHERE facility = ? AND NOT ended ORDER BY apprehended_at DESC, record_id
            """;
    private static final String OWING = """
            SELECT r.record_id, r.version, r.year, r.running FROM custody_record r JOIN (
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
    InCustody at(FacilityCode facility) {
        return whole(facility, IN_CUSTODY, select -> select.setString(1, facility.code()));
    }

    /** Whoever has gone from a facility and may be owed something, newest first. */
    List<CustodyRecord> owing(FacilityCode facility, Instant now) {
        return whole(facility, OWING, select -> {
                    select.setString(1, facility.code());
                    select.setObject(2, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
                    select.setString(3, facility.code());
                    select.setInt(4, CustodyRecords.MOST_OWING);
                })
                .records();
    }

    @FunctionalInterface
    private interface Filling {
        void in(PreparedStatement select) throws SQLException;
    }

    private record Listed(RecordId id, RecordNumber number, int version) {}

    private InCustody whole(FacilityCode facility, String query, Filling filling) {
        return queries.with(connection -> {
            List<Listed> listed = listed(connection, facility, query, filling);
            Map<RecordId, CustodyRecord> before = known.getOrDefault(facility, Map.of());
            Map<RecordId, CustodyRecord> now = new HashMap<>();
            List<RecordId> changed = new ArrayList<>();
            for (Listed one : listed) {
                CustodyRecord read = before.get(one.id());
                if (read != null && read.version() >= one.version()) {
                    now.put(one.id(), read);
                } else {
                    changed.add(one.id());
                }
            }
            now.putAll(loading.opened(connection, changed).records());
            known.put(facility, Map.copyOf(now));
            return new InCustody(
                    listed.stream()
                            .flatMap(one -> Stream.ofNullable(now.get(one.id())))
                            .toList(),
                    listed.stream()
                            .filter(one -> !now.containsKey(one.id()))
                            .map(Listed::number)
                            .toList());
        });
    }

    private static List<Listed> listed(Connection connection, FacilityCode facility, String query, Filling filling)
            throws SQLException {
        List<Listed> listed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            filling.in(select);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    listed.add(new Listed(
                            new RecordId(rows.getObject(1, UUID.class)),
                            new RecordNumber(facility, rows.getInt(3), rows.getInt(4)),
                            rows.getInt(2)));
                }
            }
        }
        return listed;
    }
}
