package custody.store.archive;

import custody.store.database.Queries;
import custody.video.camera.CameraId;
import custody.video.playback.Stillness;
import java.time.Instant;
import java.util.List;

/** Stretches without motion in rows. */
public final class StillStretches implements Stillness {
    private static final String LASTS = """
            INSERT INTO camera_still (camera, from_at, to_at) VALUES (?, ?, ?)
            ON CONFLICT (camera, from_at) DO UPDATE SET to_at = greatest(camera_still.to_at, excluded.to_at)""";

    private final Queries queries;

    StillStretches(Queries queries) {
        this.queries = queries;
    }

    /** A stretch that began then lasts until now, or lasted. */
    public void lasts(CameraId camera, Instant from, Instant to) {
        queries.change(LASTS, camera.value(), from, to);
    }

    /** Forgets what ended before that. */
    public void forget(Instant before) {
        queries.change("DELETE FROM camera_still WHERE to_at < ?", before);
    }

    @Override
    public List<Still> in(CameraId camera, Instant from, Instant to) {
        return queries.list(
                "SELECT from_at, to_at FROM camera_still WHERE camera = ? AND from_at < ? AND to_at > ? ORDER BY from_at",
                row -> new Still(row.time(1), row.time(2)),
                camera.value(),
                to,
                from);
    }
}
