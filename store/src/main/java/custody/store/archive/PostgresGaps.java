package custody.store.archive;

import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.camera.CameraId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Gaps as pages read them. */
public final class PostgresGaps implements FootageGaps {
    private static final String COLUMNS = "SELECT camera, from_at, to_at, cause, detail FROM footage_gap WHERE ";

    private final Query query;

    PostgresGaps(Query query) {
        this.query = query;
    }

    @Override
    public List<Known> in(CameraId camera, Instant from, Instant to) {
        String which = "camera = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY from_at";
        return query.list(COLUMNS + which, PostgresGaps::known, camera.value(), to, from);
    }

    @Override
    public List<Known> open() {
        return query.list(COLUMNS + "to_at IS NULL ORDER BY camera, from_at", PostgresGaps::known);
    }

    private static Known known(Query.Row row) throws SQLException {
        return new Known(
                new CameraId(row.text(1)), row.time(2), row.timeIfAny(3), GapCause.ofWord(row.text(4)), row.text(5));
    }
}
