package custody.store.records;

import custody.record.detention.CustodyRecord;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of everyone in custody, whole. What was read before and has not changed since is not read and opened again;
 * whoever has gone is forgotten at the next look. Safe for many threads.
 */
final class Present {
    private static final String VERSIONS = """
            SELECT record_id, version FROM custody_record
            WHERE facility = ? AND NOT ended ORDER BY apprehended_at DESC, record_id
            """;

    private final Reads reads;
    private final Loading loading;
    private final Map<FacilityCode, Map<RecordId, CustodyRecord>> known = new ConcurrentHashMap<>();

    Present(Reads reads, Loading loading) {
        this.reads = reads;
        this.loading = loading;
    }

    /** Everyone in custody at a facility, newest first. */
    List<CustodyRecord> at(FacilityCode facility) {
        return reads.with(connection -> {
            Map<RecordId, Integer> versions = versions(connection, facility);
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

    private static Map<RecordId, Integer> versions(Connection connection, FacilityCode facility) throws SQLException {
        Map<RecordId, Integer> versions = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setString(1, facility.code());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(new RecordId(rows.getObject(1, UUID.class)), rows.getInt(2));
                }
            }
        }
        return versions;
    }
}
