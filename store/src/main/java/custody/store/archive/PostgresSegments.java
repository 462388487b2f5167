package custody.store.archive;

import custody.store.database.Queries;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The index as pages read it. A seek is one step into the index of end times, whatever the number of segments. */
public final class PostgresSegments implements Segments {
    private static final String THERE = " camera = ? AND state IN ('sealed', 'expiring') AND ";
    private static final String IN =
            SegmentRows.COLUMNS + THERE + SegmentRows.OVERLAPPING + " ORDER BY end_at, sequence LIMIT ?";
    private static final String AT = SegmentRows.COLUMNS + THERE + "end_at > ? ORDER BY end_at, sequence LIMIT 1";
    private static final String AFTER = SegmentRows.COLUMNS + THERE + "sequence > ? ORDER BY sequence LIMIT 1";
    private static final String LINES = """
            SELECT s.camera, s.sequence, s.start_at, s.end_at, s.bytes, EXISTS (
                SELECT 1 FROM footage_hold h JOIN camera c ON c.id = s.camera
                WHERE h.holds AND h.facility = c.facility AND h.from_at < s.end_at AND h.to_at > s.start_at
                    AND (h.cameras = '{}' OR s.camera = ANY (h.cameras)))
            FROM segment s
            WHERE s.camera = ? AND s.state IN ('sealed', 'expiring') AND\s""" + SegmentRows.OVERLAPPING + " ORDER BY s.end_at, s.sequence";

    private final Queries queries;
    private final Volumes volumes;

    PostgresSegments(Queries queries, Volumes volumes) {
        this.queries = queries;
        this.volumes = volumes;
    }

    @Override
    public Path folder(Segment segment) {
        // A file is moved before its row is: where it is counts.
        Path first = volumes.archive();
        return Files.exists(first.resolve(segment.path())) ? first : volumes.folder(Volumes.SECOND);
    }

    @Override
    public List<Segment> in(CameraId camera, Instant from, Instant to, int most) {
        return queries.list(IN, row -> SegmentRows.read(row).segment(), camera.value(), from, to, to, most);
    }

    @Override
    public Optional<Segment> at(CameraId camera, Instant moment) {
        return queries.first(AT, row -> SegmentRows.read(row).segment(), camera.value(), moment);
    }

    @Override
    public Optional<Segment> after(CameraId camera, long sequence) {
        return queries.first(AFTER, row -> SegmentRows.read(row).segment(), camera.value(), sequence);
    }

    @Override
    public List<Line> lines(CameraId camera, Instant from, Instant to) {
        return queries.list(
                LINES,
                row -> new Line(
                        new CameraId(row.text(1)),
                        row.columns().getLong(2),
                        row.time(3),
                        row.time(4),
                        row.columns().getLong(5),
                        row.columns().getBoolean(6)),
                camera.value(),
                from,
                to,
                to);
    }

    @Override
    public Optional<Open> open(CameraId camera) {
        return queries.first(
                "SELECT camera, sequence, start_at, path FROM segment_open WHERE camera = ?",
                row -> new Open(new CameraId(row.text(1)), row.columns().getLong(2), row.time(3), Path.of(row.text(4))),
                camera.value());
    }
}
