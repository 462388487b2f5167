package custody.store.alarms;

import custody.record.desk.CameraAlarm;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

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

    static CameraAlarm read(ResultSet row) throws SQLException {
        String badge = row.getString(11);
        return new CameraAlarm(
                row.getObject(1, UUID.class),
                new FacilityCode(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                AlertRow.instant(row, 7),
                AlertRow.instant(row, 8),
                AlertRow.rung(row.getInt(9)),
                AlertRow.maybe(row, 10),
                badge == null ? null : new Badge(badge),
                AlertRow.maybe(row, 12));
    }
}
