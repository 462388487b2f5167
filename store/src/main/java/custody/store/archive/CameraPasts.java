package custody.store.archive;

import custody.store.database.Queries;
import custody.video.camera.Camera.Aim;
import custody.video.camera.CameraId;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How cameras stood before: rows that the database writes whenever a room, a class, an aim or a mask changes. */
final class CameraPasts {
    /** A row says how it stood since the row before it, so the last one that counts is the first that ends behind the time. */
    private static final String TOUCHING = """
            SELECT room, aim, privacy, masks, until_at FROM camera_past WHERE camera = ? AND until_at > ?
            AND until_at <= coalesce((SELECT min(until_at) FROM camera_past WHERE camera = ? AND until_at >= ?), 'infinity')
            ORDER BY until_at""";

    private static final String LATER = "SELECT 1 FROM camera_past WHERE camera = ? AND until_at >= ? LIMIT 1";

    private final Queries queries;

    CameraPasts(Queries queries) {
        this.queries = queries;
    }

    /** How a camera stood, and until when. */
    record Past(String room, Aim aim, PrivacyClass privacy, List<Mask> masks, Instant until) {}

    /** All ways in which it stood at some moment of that time and stands no more. */
    List<Past> of(CameraId camera, Instant from, Instant to) {
        return queries.list(TOUCHING, CameraPasts::past, camera.value(), from, camera.value(), to);
    }

    /** Whether how it stands now began only after that time. */
    boolean changedSince(CameraId camera, Instant to) {
        return queries.first(LATER, row -> true, camera.value(), to).isPresent();
    }

    private static Past past(Queries.Row row) throws SQLException {
        return new Past(
                row.text(1),
                Aim.valueOf(row.text(2)),
                PrivacyClass.valueOf(row.text(3)),
                masks(row.text(4)),
                row.time(5));
    }

    /** Masks as rows keep them. */
    static List<Mask> masks(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(CameraPasts::mask).toList();
    }

    private static Mask mask(String text) {
        String[] parts = text.split(",", -1);
        return new Mask(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    /** The same the other way. */
    static String text(List<Mask> masks) {
        return masks.stream()
                .map(mask -> mask.left() + "," + mask.top() + "," + mask.width() + "," + mask.height())
                .collect(Collectors.joining(";"));
    }
}
