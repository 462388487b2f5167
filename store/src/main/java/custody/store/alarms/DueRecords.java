package custody.store.alarms;

import custody.record.desk.StorageUnavailable;
import custody.record.events.RecordId;
import custody.record.law.Board;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * When each record's clocks change next. Each call is one transaction; the cost of {@link #soonest} and {@link #dueBy}
 * does not grow with the number of records. Safe for many threads.
 */
public final class DueRecords {
    private static final String SOONEST =
            "SELECT next_due FROM alarm_due WHERE next_due IS NOT NULL ORDER BY next_due LIMIT 1";
    private static final String DUE = "SELECT record_id FROM alarm_due WHERE next_due <= ? ORDER BY next_due LIMIT ?";
    private static final String BEHIND = """
            SELECT r.record_id FROM custody_record r LEFT JOIN alarm_due a USING (record_id)
            WHERE (a.version IS NULL OR a.version < r.version) AND r.record_id > ? ORDER BY r.record_id LIMIT ?
            """;
    private static final String PUT = """
            INSERT INTO alarm_due (record_id, version, next_due, pack, pack_version, pack_hash)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (record_id) DO UPDATE SET version = excluded.version, next_due = excluded.next_due
            WHERE alarm_due.version <= excluded.version
            """;
    private static final String POSTPONE = "UPDATE alarm_due SET next_due = ? WHERE record_id = ? AND next_due < ?";
    private static final RecordId BEFORE_ALL = new RecordId(new UUID(0, 0));

    private final DataSource pool;

    /** Over connections of the application role. */
    public DueRecords(DataSource pool) {
        this.pool = pool;
    }

    /** The first instant at which any record changes; empty while none will. */
    public Optional<Instant> soonest() {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SOONEST);
                    ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    /** Records whose instant has come, the longest waiting first. */
    public List<RecordId> dueBy(Instant now, int most) {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
                return ids(select);
            }
        });
    }

    /** The first of the records that were written to and not computed since; a scan, for the start and after a fault. */
    public List<RecordId> behind(int most) {
        return behind(BEFORE_ALL, most);
    }

    /** As {@link #behind(int)}, of those whose id is greater. */
    public List<RecordId> behind(RecordId after, int most) {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BEHIND)) {
                select.setObject(1, after.value());
                select.setInt(2, most);
                return ids(select);
            }
        });
    }

    /** Notes when a record changes next. The pack noted first stays; an older version never overwrites a newer one. */
    public void put(RecordId record, int version, @Nullable Instant next, Board.Under under) {
        with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(PUT)) {
                insert.setObject(1, record.value());
                insert.setInt(2, version);
                insert.setObject(3, next == null ? null : next.atOffset(ZoneOffset.UTC));
                insert.setString(4, under.pack());
                insert.setString(5, under.version());
                insert.setString(6, under.hash());
                return insert.executeUpdate();
            }
        });
    }

    /** A record that could not be computed now stands in nobody's way until then. */
    public void postpone(RecordId record, Instant until) {
        with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
                update.setObject(1, until.atOffset(ZoneOffset.UTC));
                update.setObject(2, record.value());
                update.setObject(3, until.atOffset(ZoneOffset.UTC));
                return update.executeUpdate();
            }
        });
    }

    /** There is no such record any more. */
    public void forget(RecordId record) {
        with(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM alarm_due WHERE record_id = ?")) {
                delete.setObject(1, record.value());
                return delete.executeUpdate();
            }
        });
    }

    private static List<RecordId> ids(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<RecordId> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new RecordId(rows.getObject(1, UUID.class)));
            }
            return found;
        }
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }
}
