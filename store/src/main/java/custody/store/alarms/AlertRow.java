package custody.store.alarms;

import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlert.Kind;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import custody.store.database.Queries.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads alerts from rows. */
final class AlertRow {
    /** What {@link #read} expects, in order; {@code a} is the alert, {@code r} its record. */
    static final String COLUMNS = """
            a.event_id, a.record_id, r.facility, r.year, r.running, a.kind, a.rule, a.provision, a.due, a.percent,
            a.pack, a.came_true_at, a.raised_at, a.rung, a.settled_at, a.acknowledged_by, a.acknowledged_at""";

    private AlertRow() {}

    static RaisedAlert read(Row row) throws SQLException {
        return new RaisedAlert(
                new EventId(row.id(1)),
                new RecordId(row.id(2)),
                new RecordNumber(new FacilityCode(row.text(3)), row.number(4), row.number(5)),
                Kind.valueOf(row.text(6)),
                row.text(7),
                row.textIfAny(8).orElse(null),
                row.timeIfAny(9).orElse(null),
                row.number(10),
                row.textIfAny(11).orElse(null),
                row.time(12),
                row.time(13),
                rung(row.number(14)),
                row.timeIfAny(15).orElse(null),
                row.textIfAny(16).map(Badge::new).orElse(null),
                row.timeIfAny(17).orElse(null));
    }

    /** The rung of a number; 0 is nobody. */
    static @Nullable Rung rung(int number) {
        return Arrays.stream(Rung.values())
                .filter(rung -> number(rung) == number)
                .findFirst()
                .orElse(null);
    }

    /** The rung of a number that is not 0. */
    static Rung somebody(int number) {
        return Objects.requireNonNull(rung(number), "a message for nobody");
    }

    static int number(@Nullable Rung rung) {
        return rung == null ? 0 : Rungs.number(rung);
    }
}
