package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts;
import custody.record.desk.Reading;
import custody.record.desk.WaitingMessage;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries;
import custody.store.database.Queries.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts for pages and API. Safe for many threads. */
public final class PostgresRaisedAlerts implements RaisedAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresRaisedAlerts.class);
    private static final String FROM =
            "SELECT " + AlertRow.COLUMNS + " FROM alert a JOIN custody_record r USING (record_id)";
    private static final String OPEN = FROM + """
             WHERE a.facility = ? AND (a.settled_at IS NULL OR (a.urging AND a.acknowledged_at IS NULL))
            ORDER BY array_position(ARRAY['BREACH', 'WARNING', 'QUESTION'], a.kind), a.raised_at, a.event_id LIMIT ?
            """;
    private static final String ONE = FROM + " WHERE a.event_id = ? AND a.facility = ?";
    private static final String UNHEEDED = """
            SELECT event_id FROM alert
            WHERE facility = ? AND rung >= ? AND acknowledged_at IS NULL AND (settled_at IS NULL OR urging)
            ORDER BY raised_at DESC, event_id LIMIT ?
            """;
    /** Waits for nobody who writes to these rows: what is passed over counts as not shown until it is shown again. */
    private static final String HEARD = """
            UPDATE alert SET heard = heard | (1 << (?::integer - 1))
            WHERE event_id IN (
                SELECT event_id FROM alert
                WHERE event_id = ANY (?) AND facility = ? AND rung >= ? AND heard & (1 << (?::integer - 1)) = 0
                FOR UPDATE SKIP LOCKED)
            """;

    private static final String UNREACHED = """
            SELECT a.event_id FROM alert a
            WHERE a.facility = ? AND (a.settled_at IS NULL OR (a.urging AND a.acknowledged_at IS NULL))
                AND a.rung > 0 AND a.heard & (1 << (a.rung - 1)) = 0
                AND NOT EXISTS (
                    SELECT FROM alarm_message m
                    WHERE m.record_id = a.record_id AND m.version = a.version AND m.rung = a.rung
                        AND (m.delivered_at IS NOT NULL OR EXISTS (SELECT FROM alarm_taken t WHERE t.message = m.id)))
            """;
    private static final String WAITING = """
            SELECT coalesce(a.event_id, c.id), r.facility, r.year, r.running, m.channel, m.rung, m.made_at, m.attempts,
                m.failure, m.next_attempt_at, c.camera,
                (SELECT count(*) FROM alarm_taken t WHERE t.message = m.id)
            FROM alarm_message m LEFT JOIN alert a ON a.record_id = m.record_id AND a.version = m.version
            LEFT JOIN custody_record r ON r.record_id = m.record_id LEFT JOIN camera_alarm c ON c.id = m.camera_alarm
            WHERE m.delivered_at IS NULL AND coalesce(a.facility, c.facility) = ? ORDER BY m.made_at LIMIT ?
            """;

    private final Queries queries;
    private final BiConsumer<Reading, FacilityCode> look;
    private final List<Consumer<Told>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Settled>> settling = new CopyOnWriteArrayList<>();

    /**
     * Over connections of the application role.
     *
     * @param look records a look before its content is handed out
     */
    public PostgresRaisedAlerts(DataSource pool, BiConsumer<Reading, FacilityCode> look) {
        this.queries = new Queries(pool);
        this.look = look;
    }

    @Override
    public List<RaisedAlert> open(FacilityCode facility, Reading reading) {
        look.accept(reading, facility);
        return queries.list(OPEN, AlertRow::read, facility.code(), MOST);
    }

    @Override
    public Optional<RaisedAlert> find(EventId event, FacilityCode facility, Reading reading) {
        look.accept(reading, facility);
        return queries.first(ONE, AlertRow::read, event.value(), facility.code());
    }

    @Override
    public List<EventId> unheeded(FacilityCode facility, Rung rung) {
        return queries.list(UNHEEDED, row -> new EventId(row.id(1)), facility.code(), AlertRow.number(rung), MOST);
    }

    @Override
    public void heard(FacilityCode facility, Rung rung, List<EventId> shown) {
        if (!shown.isEmpty()) {
            UUID[] ids = shown.stream().map(EventId::value).toArray(UUID[]::new);
            int number = AlertRow.number(rung);
            queries.change(HEARD, number, ids, facility.code(), number, number);
        }
    }

    @Override
    public Set<EventId> unreached(FacilityCode facility) {
        return Set.copyOf(queries.list(UNREACHED, row -> new EventId(row.id(1)), facility.code()));
    }

    @Override
    public List<WaitingMessage> waiting(FacilityCode facility) {
        return queries.list(WAITING, PostgresRaisedAlerts::message, facility.code(), MOST);
    }

    private static WaitingMessage message(Row row) throws SQLException {
        Optional<String> facility = row.textIfAny(2);
        return new WaitingMessage(
                new EventId(row.id(1)),
                facility.isEmpty()
                        ? null
                        : new RecordNumber(new FacilityCode(facility.get()), row.number(3), row.number(4)),
                row.textIfAny(11).orElse(null),
                row.text(5),
                AlertRow.somebody(row.number(6)),
                row.time(7),
                row.number(8),
                row.number(12),
                row.textIfAny(9).orElse(null),
                row.timeIfAny(10).orElse(null));
    }

    @Override
    public AutoCloseable watch(Consumer<Told> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public AutoCloseable watchSettling(Consumer<Settled> watcher) {
        settling.add(watcher);
        return () -> settling.remove(watcher);
    }

    /** Tells the screens. */
    public void tell(Told told) {
        tell(watchers, told);
    }

    /** Tells pages of alerts that they show what was. */
    public void tell(Settled settled) {
        tell(settling, settled);
    }

    private static <T> void tell(List<Consumer<T>> watchers, T news) {
        for (Consumer<T> watcher : watchers) {
            try {
                watcher.accept(news);
            } catch (RuntimeException broken) {
                LOG.atWarn().setCause(broken).log("a watcher of alerts failed");
            }
        }
    }
}
