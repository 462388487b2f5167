package custody.store.archive;

import custody.store.database.Queries;
import custody.video.archive.Fragment;
import custody.video.archive.Seal;
import custody.video.archive.Segment;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Between segments and their rows. */
final class SegmentRows {
    static final String COLUMNS = """
            SELECT camera, sequence, start_at, monotonic, boot, previous, path, bytes, codec, width, height, init_hash,
                   init_length, root, salvaged, lost, clock_offset, fragments, volume
            FROM segment WHERE""";

    /** What was known before stays, but for the file's place and what was thought missing. */
    static final String PUT = """
            INSERT INTO segment (camera, sequence, start_at, end_at, monotonic, boot, ticks, frames, bytes, codec, width,
                                 height, init_hash, init_length, path, state, root, previous, salvaged, lost,
                                 clock_offset, fragments, volume)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sealed', ?, ?, ?, ?, ?::bigint, ?, ?)
            ON CONFLICT (camera, sequence) DO UPDATE SET state = 'sealed', path = excluded.path, volume = excluded.volume
            WHERE segment.state = 'missing' AND segment.root = excluded.root""";

    /**
     * Those that share a moment with a time, whose beginning is given once and whose end twice. No segment lasts much longer than the ten
     * minutes after which one without a key frame is ended; but for that bound all that was recorded since would be read.
     */
    static final String OVERLAPPING = "end_at > ? AND end_at < ?::timestamptz + interval '1 hour' AND start_at < ?";

    private SegmentRows() {}

    static @Nullable Object[] values(Segment segment, int volume) {
        Seal seal = segment.seal();
        OptionalLong offset = seal.clockOffsetMicros();
        @Nullable Object clock = offset.isPresent() ? offset.getAsLong() : null;
        return new @Nullable Object[] {
            segment.camera().value(),
            segment.sequence(),
            segment.start(),
            segment.end(),
            segment.header().monotonicStart(),
            segment.header().boot(),
            segment.durationTicks(),
            segment.frames(),
            segment.bytes(),
            segment.codec(),
            segment.width(),
            segment.height(),
            segment.initialisationHash().toArray(),
            segment.initialisationLength(),
            segment.path().toString(),
            seal.root().toArray(),
            segment.header().previousRoot().toArray(),
            seal.salvaged(),
            seal.lostPackets(),
            clock,
            Fragment.pack(segment.fragments()).toArray(),
            volume
        };
    }

    /** A row together with the volume on which its file lies. */
    record Found(Segment segment, int volume) {}

    static Found read(Queries.Row row) throws SQLException {
        var columns = row.columns();
        long offset = columns.getLong(17);
        OptionalLong clock = columns.wasNull() ? OptionalLong.empty() : OptionalLong.of(offset);
        var header = new SegmentHeader(
                new CameraId(row.text(1)),
                columns.getLong(2),
                row.time(3),
                columns.getLong(4),
                row.id(5),
                Octets.of(columns.getBytes(6)));
        var seal = new Seal(
                Octets.of(columns.getBytes(14)),
                columns.getBoolean(15),
                columns.getLong(16),
                clock,
                Fragment.unpack(Octets.of(columns.getBytes(18))));
        var segment = new Segment(
                header,
                Path.of(row.text(7)),
                columns.getLong(8),
                row.text(9),
                columns.getInt(10),
                columns.getInt(11),
                Octets.of(columns.getBytes(12)),
                columns.getInt(13),
                seal);
        return new Found(segment, columns.getInt(19));
    }
}
