package custody.store.alarms;

import custody.record.events.RecordId;
import custody.record.law.Board;
import custody.store.database.Queries;
import custody.store.database.Queries.Row;
import java.sql.SQLException;
import java.time.Instant;
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
    private static final String FORGET = "DELETE FROM alarm_due WHERE record_id = ?";
    private static final RecordId BEFORE_ALL = new RecordId(new UUID(0, 0));

    private final Queries queries;

    /** Over connections of the application role. */
    public DueRecords(DataSource pool) {
        this.queries = new Queries(pool);
    }

    /** The first instant at which any record changes; empty while none will. */
    public Optional<Instant> soonest() {
        return queries.first(SOONEST, row -> row.time(1));
    }

    /** Records whose instant has come, the longest waiting first. */
    public List<RecordId> dueBy(Instant now, int most) {
        return queries.list(DUE, DueRecords::record, now, most);
    }

    /** The first of the records that were written to and not computed since; a scan, for the start and after a fault. */
    public List<RecordId> behind(int most) {
        return behind(BEFORE_ALL, most);
    }

    /** As {@link #behind(int)}, of those whose id is greater. */
    public List<RecordId> behind(RecordId after, int most) {
        return queries.list(BEHIND, DueRecords::record, after.value(), most);
    }

    private static RecordId record(Row row) throws SQLException {
        return new RecordId(row.id(1));
    }

    /** Notes when a record changes next. The pack noted first stays; an older version never overwrites a newer one. */
    public void put(RecordId record, int version, @Nullable Instant next, Board.Under under) {
        queries.change(PUT, record.value(), version, next, under.pack(), under.version(), under.hash());
    }

    /** A record that could not be computed now stands in nobody's way until then. */
    public void postpone(RecordId record, Instant until) {
        queries.change(POSTPONE, until, record.value(), until);
    }

    /** There is no such record any more. */
    public void forget(RecordId record) {
        queries.change(FORGET, record.value());
    }
}
