package custody.store.alarms;

import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlert;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries;
import custody.store.database.Queries.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Messages that are to leave the node, channel by channel. Each call is one transaction. Safe for many threads. */
public final class Outbox {
    private static final String DUE = "SELECT " + AlertRow.COLUMNS + """
            , m.id, m.rung, m.made_at, m.attempts, ARRAY(SELECT t.delivery FROM alarm_taken t WHERE t.message = m.id)
            FROM alarm_message m JOIN alert a USING (record_id, version) JOIN custody_record r USING (record_id)
            WHERE m.channel = ? AND m.next_attempt_at <= ? ORDER BY m.next_attempt_at LIMIT ?
            """;
    private static final String DUE_OF_CAMERAS = "SELECT " + CameraAlarmRow.COLUMNS + """
            , m.id, m.rung, m.made_at, m.attempts, m.cameras, ARRAY(SELECT t.delivery FROM alarm_taken t WHERE t.message = m.id)
            FROM alarm_message m JOIN camera_alarm c ON c.id = m.camera_alarm LEFT JOIN camera k ON k.id = c.camera
            WHERE m.channel = ? AND m.next_attempt_at <= ? ORDER BY m.next_attempt_at LIMIT ?
            """;
    private static final String SOONEST = """
            SELECT next_attempt_at FROM alarm_message WHERE channel = ? AND next_attempt_at IS NOT NULL
            ORDER BY next_attempt_at LIMIT 1
            """;
    private static final String TAKEN = """
            INSERT INTO alarm_taken (message, delivery, taken_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String DELIVERED = """
            UPDATE alarm_message SET delivered_at = ?, next_attempt_at = NULL, failure = NULL, attempts = attempts + 1
            WHERE id = ?
            """;
    private static final String FAILED = """
            UPDATE alarm_message SET next_attempt_at = ?, failure = ?, attempts = attempts + 1 WHERE id = ?
            """;

    private final Queries queries;

    /** Over connections of the application role. */
    public Outbox(DataSource pool) {
        this.queries = new Queries(pool);
    }

    /**
     * A message to send.
     *
     * @param id names it for the receiver, who may get it twice
     * @param matter what it tells
     * @param rung whom
     * @param madeAt when it was made
     * @param attempts how often it was tried before
     * @param taken its deliveries that the other side has, one an address; the others are still to be sent
     */
    public record Letter(UUID id, Matter matter, Rung rung, Instant madeAt, int attempts, Set<UUID> taken) {
        public Letter {
            taken = Set.copyOf(taken);
        }
    }

    /** What a message is about. */
    public sealed interface Matter {
        /** An alert of a record. */
        record OfRecord(RaisedAlert alert) implements Matter {}

        /** An alarm about a camera, and how many alarms are told together with it; 1 for itself alone. */
        record OfCameras(CameraAlarm first, int alarms) implements Matter {}
    }

    /** What is to be sent by now, of each matter the longest waiting first. */
    public List<Letter> due(String channel, Instant now, int most) {
        List<Letter> all = new ArrayList<>(queries.list(DUE, Outbox::ofRecord, channel, now, most));
        all.addAll(queries.list(DUE_OF_CAMERAS, Outbox::ofCameras, channel, now, most));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Letter ofRecord(Row row) throws SQLException {
        return new Letter(
                row.id(18),
                new Matter.OfRecord(AlertRow.read(row)),
                AlertRow.somebody(row.number(19)),
                row.time(20),
                row.number(21),
                taken(row, 22));
    }

    private static Letter ofCameras(Row row) throws SQLException {
        int at = CameraAlarmRow.NEXT_STEP;
        return new Letter(
                row.id(at + 1),
                new Matter.OfCameras(CameraAlarmRow.read(row), row.number(at + 5)),
                AlertRow.somebody(row.number(at + 2)),
                row.time(at + 3),
                row.number(at + 4),
                taken(row, at + 6));
    }

    private static Set<UUID> taken(Row row, int column) throws SQLException {
        return Set.copyOf(Arrays.asList((UUID[]) row.columns().getArray(column).getArray()));
    }

    /** When the channel has something to send next; empty while it has nothing. */
    public Optional<Instant> soonest(String channel) {
        return queries.first(SOONEST, row -> row.time(1), channel);
    }

    /** One address has it: that delivery is not sent again. */
    public void taken(UUID id, UUID delivery, Instant at) {
        queries.change(TAKEN, id, delivery, at);
    }

    /** Every address has it. */
    public void delivered(UUID id, Instant at) {
        queries.change(DELIVERED, at, id);
    }

    /**
     * Some address did not take it.
     *
     * @param failure one word of a closed list
     * @param again when to try again; null gives up, and the message stays shown
     */
    public void failed(UUID id, String failure, @Nullable Instant again) {
        queries.change(FAILED, again, failure, id);
    }
}
