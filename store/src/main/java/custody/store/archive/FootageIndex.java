package custody.store.archive;

import custody.store.database.Queries;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.LastRecorded;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the index: what each line of the recorder's journal brings, in one transaction with how far the journal was taken over,
 * so that a line is taken exactly once. Taking one again changes nothing. Owned by whoever listens to the recorder.
 */
public final class FootageIndex {
    private static final String SEEN = """
            INSERT INTO recorder_journal (archive, number) VALUES ('main', ?)
            ON CONFLICT (archive) DO UPDATE SET number = excluded.number""";
    private static final String OPENED = """
            INSERT INTO segment_open (camera, sequence, start_at, path) VALUES (?, ?, ?, ?)
            ON CONFLICT (camera) DO UPDATE
            SET sequence = excluded.sequence, start_at = excluded.start_at, path = excluded.path""";
    private static final String GAP_OPENED = """
            INSERT INTO footage_gap (camera, from_at, to_at, cause, detail) VALUES (?, ?, NULL, ?, ?)
            ON CONFLICT (camera, from_at) DO UPDATE
            SET to_at = NULL, cause = excluded.cause, detail = excluded.detail""";

    /** A hole may be told again, longer: what was recorded behind it was lost before a second of it was whole. */
    private static final String GAP = """
            INSERT INTO footage_gap (camera, from_at, to_at, cause, detail) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (camera, from_at) DO UPDATE
            SET to_at = greatest(footage_gap.to_at, excluded.to_at), cause = excluded.cause, detail = excluded.detail""";

    private static final String GAP_FOUND = """
            INSERT INTO footage_gap (camera, from_at, to_at, cause, detail) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (camera, from_at) DO NOTHING""";

    /** A gap that was open when the recorder lost its memory of it is closed by the next that begins later. */
    private static final String CLOSE_OLDER = """
            UPDATE footage_gap SET to_at = ? WHERE camera = ? AND to_at IS NULL AND from_at < ?""";

    private static final String LAST = """
            SELECT s.sequence, s.root, s.end_at,
                coalesce((SELECT o.sequence FROM segment_open o WHERE o.camera = s.camera), 0)
            FROM segment s WHERE s.camera = ? ORDER BY s.sequence DESC LIMIT 1""";

    private final Queries queries;

    FootageIndex(Queries queries) {
        this.queries = queries;
    }

    /** Number of the last journal line taken over, 0 for none. */
    public long seen() {
        return queries.first(
                        "SELECT number FROM recorder_journal WHERE archive = 'main'",
                        row -> row.columns().getLong(1))
                .orElse(0L);
    }

    /** Notes that a line was taken that brings no row. */
    public void seen(long number) {
        queries.change(SEEN, number);
    }

    private void take(long number, Queries.Work<?> work) {
        queries.transaction(connection -> {
            Object done = work.in(connection);
            if (number > 0) {
                Queries.change(connection, SEEN, number);
            }
            return done;
        });
    }

    /** A segment was begun. */
    public void opened(long number, Segments.Open open) {
        take(
                number,
                connection -> Queries.change(
                        connection,
                        OPENED,
                        open.camera().value(),
                        open.sequence(),
                        open.start(),
                        open.path().toString()));
    }

    /** A segment was finished; its file was read. */
    public void sealed(long number, Segment segment) {
        take(number, connection -> sealed(connection, segment, Volumes.ARCHIVE));
    }

    private static int sealed(Connection connection, Segment segment, int volume) throws SQLException {
        Queries.change(
                connection,
                "DELETE FROM segment_open WHERE camera = ? AND sequence <= ?",
                segment.camera().value(),
                segment.sequence());
        return Queries.change(connection, SegmentRows.PUT, SegmentRows.values(segment, volume));
    }

    /** A hole began. */
    public void gapOpened(long number, CameraId camera, Instant from, GapCause cause, String detail) {
        take(number, connection -> {
            Queries.change(connection, CLOSE_OLDER, from, camera.value(), from);
            return Queries.change(connection, GAP_OPENED, camera.value(), from, cause.word(), detail);
        });
    }

    /** A hole is over. */
    public void gap(long number, Gap gap) {
        take(number, connection -> gap(connection, GAP, gap));
    }

    private static int gap(Connection connection, String sql, Gap gap) throws SQLException {
        return Queries.change(
                connection,
                sql,
                gap.camera().value(),
                gap.from(),
                gap.to(),
                gap.cause().word(),
                gap.detail());
    }

    /** Sequence numbers of a camera that the index has, from that one on; without those whose files it misses. */
    public Set<Long> sequences(CameraId camera, long from) {
        return new TreeSet<>(queries.list(
                "SELECT sequence FROM segment WHERE camera = ? AND sequence >= ? AND state <> 'missing'",
                row -> row.columns().getLong(1),
                camera.value(),
                from));
    }

    /** A segment whose file lies on that volume. */
    record Placed(Segment segment, int volume) {}

    /** Adds what was found in the archive and no journal told. */
    void found(List<Placed> segments, List<Gap> gaps) {
        queries.transaction(connection -> {
            for (Placed placed : segments) {
                sealed(connection, placed.segment(), placed.volume());
            }
            for (Gap gap : gaps) {
                gap(connection, GAP_FOUND, gap);
            }
            return segments.size();
        });
    }

    /** The newest finished segment's number, 0 for none. */
    public long newest(CameraId camera) {
        return queries.first(
                        "SELECT coalesce(max(sequence), 0) FROM segment WHERE camera = ?",
                        row -> row.columns().getLong(1),
                        camera.value())
                .orElse(0L);
    }

    /** What is known of a camera's newest segments, whatever became of their files; empty where none was ever finished. */
    public Optional<LastRecorded> last(CameraId camera) {
        return queries.first(
                LAST,
                row -> new LastRecorded(
                        row.columns().getLong(1),
                        Octets.of(row.columns().getBytes(2)),
                        row.time(3),
                        row.columns().getLong(4)),
                camera.value());
    }

    /** Where a segment's file should be, relative to the archive; empty for one that is not in the index. */
    public Optional<Path> path(CameraId camera, long sequence) {
        return queries.first(
                "SELECT path FROM segment WHERE camera = ? AND sequence = ?",
                row -> Path.of(row.text(1)),
                camera.value(),
                sequence);
    }
}
