package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.law.Lasting;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How alerts climb and settle. Raised and acknowledged rows are written by the append itself; this moves what depends on
 * time and on the board. Each call is one transaction; {@link #soonest} and {@link #due} cost the same however many
 * alerts there are. Safe for many threads.
 */
public final class Alerts {
    private static final String SOONEST =
            "SELECT next_step_at FROM alert WHERE next_step_at IS NOT NULL ORDER BY next_step_at LIMIT 1";
    private static final String DUE = "SELECT " + AlertRow.COLUMNS
            + ", a.version, a.next_step_at, a.facility FROM alert a JOIN custody_record r USING (record_id)"
            + " WHERE a.next_step_at <= ? ORDER BY a.next_step_at LIMIT ?";
    private static final String CLIMB = """
            UPDATE alert SET rung = greatest(rung, ?), next_step_at = ?
            WHERE record_id = ? AND version = ? AND next_step_at = ?
            """;
    private static final String MESSAGE = """
            INSERT INTO alarm_message (id, record_id, version, channel, rung, made_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;
    private static final String SETTLE = """
            UPDATE alert SET
                settled_at = CASE WHEN event_id = ANY (?) THEN NULL ELSE coalesce(settled_at, ?) END,
                urging = event_id = ANY (?),
                next_step_at = CASE
                    WHEN acknowledged_at IS NOT NULL OR kind = 'QUESTION' OR NOT event_id = ANY (?) THEN NULL
                    WHEN NOT urging OR (settled_at IS NOT NULL AND event_id = ANY (?)) THEN ?
                    ELSE next_step_at END
            WHERE record_id = ? AND ((settled_at IS NULL) <> (event_id = ANY (?)) OR urging <> (event_id = ANY (?)))
            """;

    private final Queries queries;

    /** Over connections of the application role. */
    public Alerts(DataSource pool) {
        this.queries = new Queries(pool);
    }

    /** An alert that is to climb, as it was found. */
    public record Step(RaisedAlert alert, int version, Instant dueAt, FacilityCode facility) {}

    /** A message to make when an alert climbs. The id is the same however often it is made. */
    public record Outgoing(UUID id, String channel, Rung rung) {}

    /** The first instant at which any alert climbs; empty while none will. */
    public Optional<Instant> soonest() {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SOONEST);
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(AlertRow.instant(rows, 1)) : Optional.empty();
            }
        });
    }

    /** Alerts whose step has come, the longest waiting first. */
    public List<Step> due(Instant now, int most) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
                try (ResultSet rows = select.executeQuery()) {
                    List<Step> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Step(
                                AlertRow.read(rows),
                                rows.getInt(18),
                                AlertRow.instant(rows, 19),
                                new FacilityCode(rows.getString(20))));
                    }
                    return found;
                }
            }
        });
    }

    /**
     * Moves an alert up, and makes the messages of the rungs it reached, in one transaction. Answers whether it did: an
     * alert that was acknowledged or settled since it was found stays where it is, and nobody is told.
     */
    public boolean climb(Step step, @Nullable Rung to, @Nullable Instant next, List<Outgoing> messages, Instant now) {
        return queries.transaction(connection -> {
            if (!move(connection, step, to, next)) {
                return false;
            }
            for (Outgoing message : messages) {
                make(connection, step, message, now);
            }
            return true;
        });
    }

    private static boolean move(Connection connection, Step step, @Nullable Rung to, @Nullable Instant next)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLIMB)) {
            update.setInt(1, AlertRow.number(to));
            update.setObject(2, next == null ? null : next.atOffset(ZoneOffset.UTC));
            update.setObject(3, step.alert().record().value());
            update.setInt(4, step.version());
            update.setObject(5, step.dueAt().atOffset(ZoneOffset.UTC));
            return update.executeUpdate() == 1;
        }
    }

    private static void make(Connection connection, Step step, Outgoing message, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MESSAGE)) {
            insert.setObject(1, message.id());
            insert.setObject(2, step.alert().record().value());
            insert.setInt(3, step.version());
            insert.setString(4, message.channel());
            insert.setInt(5, AlertRow.number(message.rung()));
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /**
     * Notes which alerts of a record still matter; answers whether any stands otherwise now. What comes true again, or is
     * to be told of again, by a correction, climbs again.
     */
    public boolean settle(RecordId record, Lasting lasting, Instant now) {
        return queries.with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
                Array open = ids(connection, lasting.open());
                Array urging = ids(connection, lasting.urging());
                update.setArray(1, open);
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                update.setArray(3, urging);
                update.setArray(4, urging);
                update.setArray(5, open);
                update.setObject(6, now.atOffset(ZoneOffset.UTC));
                update.setObject(7, record.value());
                update.setArray(8, open);
                update.setArray(9, urging);
                return update.executeUpdate() > 0;
            }
        });
    }

    private static Array ids(Connection connection, Set<EventId> events) throws SQLException {
        return connection.createArrayOf(
                "uuid", events.stream().map(EventId::value).toArray(UUID[]::new));
    }
}
