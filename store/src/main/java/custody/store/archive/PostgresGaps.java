package custody.store.archive;

import custody.store.database.Queries;
import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.archive.Gaps;
import custody.video.camera.CameraId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gaps as pages read them. Footage whose file is missing is a gap for as long as it is: what was recorded is on no record then, and the
 * row of the segment says since when to when.
 */
public final class PostgresGaps implements FootageGaps {
    private static final String COLUMNS = "SELECT camera, from_at, to_at, cause, detail FROM footage_gap WHERE ";

    private static final String IN = COLUMNS + "camera = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?)" + """
             UNION ALL SELECT camera, start_at, end_at, 'disk', 'file-missing' FROM segment
            WHERE camera = ? AND state = 'missing' AND\s"""
            + SegmentRows.OVERLAPPING + " ORDER BY 2, 3";

    private static final String MISSING = "file-missing";

    private final Queries queries;

    PostgresGaps(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Known> in(CameraId camera, Instant from, Instant to) {
        return joined(queries.list(IN, PostgresGaps::known, camera.value(), to, from, camera.value(), from, to, to));
    }

    /** Files that are missing one behind the other, as those of a volume, are one hole. */
    private static List<Known> joined(List<Known> holes) {
        var joined = new ArrayList<Known>();
        for (Known hole : holes) {
            Optional<Known> goesOn = joined.isEmpty()
                    ? Optional.empty()
                    : Optional.of(joined.getLast()).filter(last -> missing(last) && missing(hole) && near(last, hole));
            if (goesOn.isPresent()) {
                Known last = joined.removeLast();
                joined.add(new Known(last.camera(), last.from(), hole.to(), last.cause(), last.detail()));
            } else {
                joined.add(hole);
            }
        }
        return joined;
    }

    private static boolean missing(Known hole) {
        return hole.detail().equals(MISSING);
    }

    private static boolean near(Known before, Known after) {
        return before.to()
                .filter(end -> end.plus(Gaps.SHORTEST).isAfter(after.from()))
                .isPresent();
    }

    @Override
    public List<Known> open() {
        return queries.list(COLUMNS + "to_at IS NULL ORDER BY camera, from_at", PostgresGaps::known);
    }

    private static Known known(Queries.Row row) throws SQLException {
        return new Known(
                new CameraId(row.text(1)), row.time(2), row.timeIfAny(3), GapCause.ofWord(row.text(4)), row.text(5));
    }
}
