package custody.store.alarms;

import custody.ledger.log.ClearFacts;
import custody.record.desk.CameraAlarm;
import custody.record.desk.CameraAlarms;
import custody.record.desk.Reading;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries;
import custody.store.records.Beside;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Alarms about cameras in rows, each beginning and end beside an entry. Safe for many threads; raising and settling is one's. */
public final class PostgresCameraAlarms implements CameraAlarms {
    /** A camera that is in the same trouble again within this time goes on with its alarm: a flapping one is told once. */
    public static final Duration AGAIN = Duration.ofMinutes(10);

    private static final String FROM = "SELECT " + CameraAlarmRow.COLUMNS + CameraAlarmRow.TABLES;
    private static final String OPEN = FROM + """
             WHERE c.facility = ? AND (c.settled_at IS NULL OR (c.settled_at > ? AND c.acknowledged_at IS NULL))
            ORDER BY c.settled_at IS NOT NULL, c.raised_at, c.id LIMIT 500
            """;
    private static final String ONE = FROM + " WHERE c.id = ? AND c.facility = ?";
    private static final String LASTING = FROM + " WHERE c.facility = ? AND c.settled_at IS NULL ORDER BY c.id";
    private static final String BEFORE = FROM + """
             WHERE c.facility = ? AND c.camera = ? AND c.trouble = ? AND c.settled_at > ?
            ORDER BY c.settled_at DESC LIMIT 1
            """;
    private static final String DUE = FROM + " WHERE c.next_step_at <= ? ORDER BY c.next_step_at, c.id LIMIT ?";
    private static final String SOONEST =
            "SELECT next_step_at FROM camera_alarm WHERE next_step_at IS NOT NULL ORDER BY next_step_at LIMIT 1";
    private static final String RAISE = """
            INSERT INTO camera_alarm (id, facility, camera, trouble, came_true_at, raised_at, next_step_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String AGAIN_LASTING = """
            UPDATE camera_alarm SET settled_at = NULL,
                next_step_at = CASE WHEN acknowledged_at IS NULL THEN ?::timestamptz END
            WHERE id = ? AND settled_at IS NOT NULL
            """;
    private static final String SETTLE =
            "UPDATE camera_alarm SET settled_at = ?, next_step_at = NULL WHERE id = ? AND settled_at IS NULL";
    private static final String ACKNOWLEDGE = """
            UPDATE camera_alarm SET acknowledged_by = ?, acknowledged_at = ?, next_step_at = NULL
            WHERE id = ? AND acknowledged_at IS NULL
            """;
    private static final String CLIMB =
            "UPDATE camera_alarm SET rung = greatest(rung, ?), next_step_at = ? WHERE id = ? AND next_step_at = ?";
    private static final String MESSAGE = """
            INSERT INTO alarm_message (id, camera_alarm, cameras, channel, rung, made_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;

    private final Queries queries;
    private final Noting noting;
    private final Doing doing;

    /** Writes an entry of class gap together with rows. */
    @FunctionalInterface
    public interface Noting {
        void note(ClearFacts facts, List<Beside> rows);
    }

    /** Writes who did something as a committed entry, as looks are, together with rows. */
    @FunctionalInterface
    public interface Doing {
        void done(Reading reading, FacilityCode facility, List<Beside> rows);
    }

    /**
     * Over connections of the application role.
     *
     * @param noting writes beginnings and ends
     * @param doing writes who took note
     */
    public PostgresCameraAlarms(DataSource pool, Noting noting, Doing doing) {
        this.queries = new Queries(pool);
        this.noting = noting;
        this.doing = doing;
    }

    /** An alarm that is to climb, as it was found. */
    public record Step(CameraAlarm alarm, Instant dueAt) {}

    /** Where an alarm climbs; nulls as in {@link Alerts#climb}. */
    public record Move(
            Step step, @Nullable Rung to, @Nullable Instant next) {}

    /** A message to make; one tells of all alarms that reached its rung together. The id is the same however often it is made. */
    public record Outgoing(UUID id, String channel, Rung rung, UUID first, int cameras) {}

    @Override
    public List<CameraAlarm> open(FacilityCode facility, Instant now) {
        return queries.list(OPEN, CameraAlarmRow::read, facility.code(), now.minus(STAYS));
    }

    @Override
    public Optional<CameraAlarm> find(UUID id, FacilityCode facility) {
        return queries.first(ONE, CameraAlarmRow::read, id, facility.code());
    }

    /** What lasts at a facility. */
    public List<CameraAlarm> lasting(FacilityCode facility) {
        return queries.list(LASTING, CameraAlarmRow::read, facility.code());
    }

    /** A camera is in trouble; must not last already. Goes on with the alarm of the same trouble that has just settled. */
    public void raise(FacilityCode facility, String camera, String trouble, Instant since, Instant now) {
        Optional<CameraAlarm> before =
                queries.first(BEFORE, CameraAlarmRow::read, facility.code(), camera, trouble, now.minus(AGAIN));
        UUID id = before.map(CameraAlarm::id).orElseGet(UUID::randomUUID);
        Beside row = before.isPresent()
                ? Beside.of(AGAIN_LASTING, now, id)
                : Beside.of(RAISE, id, facility.code(), camera, trouble, since, now, now);
        noting.note(
                CameraAlarmEntry.trouble(id, facility.code(), camera, trouble, since, now)
                        .facts(),
                List.of(row));
    }

    /** The camera is well again. */
    public void settle(CameraAlarm alarm, Instant now) {
        noting.note(CameraAlarmEntry.well(alarm, now).facts(), List.of(Beside.of(SETTLE, now, alarm.id())));
    }

    @Override
    public boolean acknowledge(UUID id, FacilityCode facility, Badge by, String post, Instant now) {
        Optional<CameraAlarm> alarm =
                find(id, facility).filter(found -> found.acknowledged().isEmpty());
        if (alarm.isEmpty()) {
            return false;
        }
        doing.done(
                new Reading(by, post, Reading.Purpose.CARE, CameraAlarmEntry.acknowledged(alarm.get(), now)),
                facility,
                List.of(Beside.of(ACKNOWLEDGE, by.number(), now, id)));
        // Of two at once the first in the ledger is the one that ended the climbing.
        return find(id, facility).flatMap(CameraAlarm::acknowledged).equals(Optional.of(by));
    }

    /** The first instant at which any alarm climbs; empty while none will. */
    public Optional<Instant> soonest() {
        return queries.first(SOONEST, row -> row.time(1));
    }

    /** Alarms whose step has come, the longest waiting first. */
    public List<Step> due(Instant now, int most) {
        return queries.list(
                DUE, row -> new Step(CameraAlarmRow.read(row), row.time(CameraAlarmRow.NEXT_STEP)), now, most);
    }

    /**
     * Moves alarms up and makes the messages about those that moved, in one transaction; answers them. What was acknowledged or settled
     * since it was found stays where it is, and nobody is told of it.
     */
    public List<Move> climb(List<Move> moves, Function<List<Move>, List<Outgoing>> messages, Instant now) {
        return queries.transaction(connection -> {
            List<Move> moved = new ArrayList<>();
            for (Move move : moves) {
                int rows = Queries.change(
                        connection,
                        CLIMB,
                        AlertRow.number(move.to()),
                        move.next(),
                        move.step().alarm().id(),
                        move.step().dueAt());
                if (rows == 1) {
                    moved.add(move);
                }
            }
            for (Outgoing message : messages.apply(List.copyOf(moved))) {
                Queries.change(
                        connection,
                        MESSAGE,
                        message.id(),
                        message.first(),
                        message.cameras(),
                        message.channel(),
                        AlertRow.number(message.rung()),
                        now,
                        now);
            }
            return moved;
        });
    }
}
