package custody.store.archive;

import custody.store.database.Queries;
import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the cameras' newest finished segments say of their streams. */
public final class RecentStreams {
    private final Queries queries;

    RecentStreams(Queries queries) {
        this.queries = queries;
    }

    /**
     * A camera's stream.
     *
     * @param clockOffsetMicros the camera's wall clock less the recorder's; empty where the camera tells none
     * @param pixels of one picture
     */
    public record Stream(OptionalLong clockOffsetMicros, long pixels) {}

    /** Of each camera the newest segment that ended since then. */
    public Map<CameraId, Stream> newest(Instant since) {
        Map<CameraId, Stream> newest = new HashMap<>();
        queries.list(
                """
                SELECT DISTINCT ON (camera) camera, clock_offset, width::bigint * height FROM segment
                WHERE end_at > ? AND state IN ('sealed', 'expiring') ORDER BY camera, end_at DESC""",
                row -> {
                    long offset = row.columns().getLong(2);
                    OptionalLong known = row.columns().wasNull() ? OptionalLong.empty() : OptionalLong.of(offset);
                    return newest.put(
                            new CameraId(row.text(1)),
                            new Stream(known, row.columns().getLong(3)));
                },
                since);
        return newest;
    }

    /** Of each camera the pixels of the largest picture since then. */
    public Map<CameraId, Long> largest(Instant since) {
        Map<CameraId, Long> largest = new HashMap<>();
        queries.list(
                """
                SELECT camera, max(width::bigint * height) FROM segment
                WHERE end_at > ? AND state IN ('sealed', 'expiring') GROUP BY camera""", row -> largest.put(new CameraId(row.text(1)), row.columns().getLong(2)), since);
        return largest;
    }
}
