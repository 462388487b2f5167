package custody.store.alarms;

import custody.record.desk.CameraAlarm;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.store.database.Queries.Row;
import java.sql.SQLException;

/** Reads alarms about cameras from rows. */
final class CameraAlarmRow {
    /** What {@link #read} expects, in order; {@code c} is the alarm, {@code k} its camera. */
    static final String COLUMNS = """
            c.id, c.facility, c.camera, coalesce(k.name, ''), coalesce(k.room, ''), c.trouble, c.came_true_at, c.raised_at,
            c.rung, c.settled_at, c.acknowledged_by, c.acknowledged_at, c.next_step_at""";

    /** Where they come from. */
    static final String TABLES = " FROM camera_alarm c LEFT JOIN camera k ON k.id = c.camera";

    /** How many {@link #COLUMNS} are; the last is when the next rung is told. */
    static final int NEXT_STEP = 13;

    private CameraAlarmRow() {}

    static CameraAlarm read(Row row) throws SQLException {
        return new CameraAlarm(
                row.id(1),
                new FacilityCode(row.text(2)),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.time(7),
                row.time(8),
                AlertRow.rung(row.number(9)),
                row.timeIfAny(10).orElse(null),
                row.textIfAny(11).map(Badge::new).orElse(null),
                row.timeIfAny(12).orElse(null));
    }
}
