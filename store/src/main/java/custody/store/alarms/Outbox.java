package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.law.rules.Escalation.Rung;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Messages that are to leave the node, channel by channel. Each call is one transaction. Safe for many threads. */
public final class Outbox {
    private static final String DUE = "SELECT " + AlertRow.COLUMNS + """
            , m.id, m.rung, m.made_at, m.attempts
            FROM alarm_message m JOIN alert a USING (record_id, version) JOIN custody_record r USING (record_id)
            WHERE m.channel = ? AND m.next_attempt_at <= ? ORDER BY m.next_attempt_at LIMIT ?
            """;
    private static final String SOONEST = """
            SELECT next_attempt_at FROM alarm_message WHERE channel = ? AND next_attempt_at IS NOT NULL
            ORDER BY next_attempt_at LIMIT 1
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
     * @param alert what it tells
     * @param rung whom
     * @param madeAt when it was made
     * @param attempts how often it was tried before
     */
    public record Letter(UUID id, RaisedAlert alert, Rung rung, Instant madeAt, int attempts) {}

    /** What is to be sent by now, the longest waiting first. */
    public List<Letter> due(String channel, Instant now, int most) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setString(1, channel);
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                select.setInt(3, most);
                try (ResultSet rows = select.executeQuery()) {
                    List<Letter> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Letter(
                                rows.getObject(18, UUID.class),
                                AlertRow.read(rows),
                                Objects.requireNonNull(AlertRow.rung(rows.getInt(19)), "a message for nobody"),
                                AlertRow.instant(rows, 20),
                                rows.getInt(21)));
                    }
                    return found;
                }
            }
        });
    }

    /** When the channel has something to send next; empty while it has nothing. */
    public Optional<Instant> soonest(String channel) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SOONEST)) {
                select.setString(1, channel);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(AlertRow.instant(rows, 1)) : Optional.empty();
                }
            }
        });
    }

    /** The other side has it. */
    public void delivered(UUID id, Instant at) {
        queries.with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(DELIVERED)) {
                update.setObject(1, at.atOffset(ZoneOffset.UTC));
                update.setObject(2, id);
                return update.executeUpdate();
            }
        });
    }

    /**
     * The other side did not take it.
     *
     * @param failure one word of a closed list
     * @param again when to try again; null gives up, and the message stays shown
     */
    public void failed(UUID id, String failure, @Nullable Instant again) {
        queries.with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(FAILED)) {
                update.setObject(1, again == null ? null : again.atOffset(ZoneOffset.UTC));
                update.setString(2, failure);
                update.setObject(3, id);
                return update.executeUpdate();
            }
        });
    }
}
