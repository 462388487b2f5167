package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlert.Kind;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads alerts from rows. */
final class AlertRow {
    /** What {@link #read} expects, in order; {@code a} is the alert, {@code r} its record. */
    static final String COLUMNS = """
            a.event_id, a.record_id, r.facility, r.year, r.running, a.kind, a.rule, a.provision, a.due, a.percent,
            a.pack, a.came_true_at, a.raised_at, a.rung, a.settled_at, a.acknowledged_by, a.acknowledged_at""";

    private AlertRow() {}

    static RaisedAlert read(ResultSet row) throws SQLException {
        String badge = row.getString(16);
        return new RaisedAlert(
                new EventId(row.getObject(1, UUID.class)),
                new RecordId(row.getObject(2, UUID.class)),
                new RecordNumber(new FacilityCode(row.getString(3)), row.getInt(4), row.getInt(5)),
                Kind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                maybe(row, 9),
                row.getInt(10),
                row.getString(11),
                instant(row, 12),
                instant(row, 13),
                rung(row.getInt(14)),
                maybe(row, 15),
                badge == null ? null : new Badge(badge),
                maybe(row, 17));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The rung of a number; 0 is nobody. */
    static @Nullable Rung rung(int number) {
        return Arrays.stream(Rung.values())
                .filter(rung -> number(rung) == number)
                .findFirst()
                .orElse(null);
    }

    static int number(@Nullable Rung rung) {
        return rung == null ? 0 : Rungs.number(rung);
    }
}
