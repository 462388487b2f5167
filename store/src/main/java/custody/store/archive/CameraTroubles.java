package custody.store.archive;

import custody.store.database.Queries;
import custody.video.camera.CameraId;
import java.time.Instant;

/** When cameras were in trouble, for their history. */
public final class CameraTroubles {
    private final Queries queries;

    CameraTroubles(Queries queries) {
        this.queries = queries;
    }

    /** A trouble began; nothing happens when it lasts already. */
    public void began(CameraId camera, String trouble, Instant at) {
        queries.change("""
                INSERT INTO camera_trouble (camera, trouble, from_at) SELECT ?, ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM camera_trouble WHERE camera = ? AND trouble = ? AND to_at IS NULL)
                ON CONFLICT DO NOTHING""", camera.value(), trouble, at, camera.value(), trouble);
    }

    /** A trouble is over. */
    public void ended(CameraId camera, String trouble, Instant at) {
        queries.change(
                "UPDATE camera_trouble SET to_at = greatest(from_at, ?) WHERE camera = ? AND trouble = ? AND to_at IS NULL",
                at,
                camera.value(),
                trouble);
    }
}
