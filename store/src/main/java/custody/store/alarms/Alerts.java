package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.law.Lasting;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries;
import java.time.Instant;
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
        return queries.first(SOONEST, row -> row.time(1));
    }

    /** Alerts whose step has come, the longest waiting first. */
    public List<Step> due(Instant now, int most) {
        return queries.list(
                DUE,
                row -> new Step(AlertRow.read(row), row.number(18), row.time(19), new FacilityCode(row.text(20))),
                now,
                most);
    }

    /**
     * Moves an alert up, and makes the messages of the rungs it reached, in one transaction. Answers whether it did: an
     * alert that was acknowledged or settled since it was found stays where it is, and nobody is told.
     */
    public boolean climb(Step step, @Nullable Rung to, @Nullable Instant next, List<Outgoing> messages, Instant now) {
        UUID record = step.alert().record().value();
        return queries.transaction(connection -> {
            int moved =
                    Queries.change(connection, CLIMB, AlertRow.number(to), next, record, step.version(), step.dueAt());
            if (moved == 0) {
                return false;
            }
            for (Outgoing message : messages) {
                int rung = AlertRow.number(message.rung());
                Queries.change(
                        connection, MESSAGE, message.id(), record, step.version(), message.channel(), rung, now, now);
            }
            return true;
        });
    }

    /**
     * Notes which alerts of a record still matter; answers whether any stands otherwise now. What comes true again, or is
     * to be told of again, by a correction, climbs again.
     */
    public boolean settle(RecordId record, Lasting lasting, Instant now) {
        UUID[] open = ids(lasting.open());
        UUID[] urging = ids(lasting.urging());
        return queries.change(SETTLE, open, now, urging, urging, open, now, record.value(), open, urging) > 0;
    }

    private static UUID[] ids(Set<EventId> events) {
        return events.stream().map(EventId::value).toArray(UUID[]::new);
    }
}
