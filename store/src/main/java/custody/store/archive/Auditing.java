package custody.store.archive;

import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentFile.Walked;
import custody.video.media.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads some of the footage again, chosen by a word that nobody could know before: what was changed since then is found within
 * days, without reading everything. The same word chooses the same segments for everybody.
 */
public final class Auditing {
    /** Segments that one audit reads, about. */
    public static final long CHOSEN = 200;

    private static final String COUNT = "SELECT count(*) FROM segment WHERE state = 'sealed' AND minute IS NOT NULL";
    private static final String ALL = """
            SELECT camera, sequence, path, volume, root FROM segment
            WHERE state = 'sealed' AND minute IS NOT NULL AND camera = ? ORDER BY sequence""";

    private final Query query;
    private final Volumes volumes;

    Auditing(Query query, Volumes volumes) {
        this.query = query;
        this.volumes = volumes;
    }

    /** What an audit found: how many segments it read, and which are not what they were, as {@code camera/sequence}. */
    public record Audit(int read, List<String> differ) {
        public Audit {
            differ = List.copyOf(differ);
        }
    }

    private record Row(String camera, long sequence, String path, int volume, Octets root) {}

    /** Whether a word chooses a segment; {@code of} says how many there are. */
    public static boolean chooses(String word, String camera, long sequence, long of) {
        if (of <= CHOSEN) {
            return true;
        }
        byte[] hash = sha256(word + "\n" + camera + "\n" + sequence);
        double place = (ByteBuffer.wrap(hash).getLong() >>> 11) / (double) (1L << 53);
        return place < (double) CHOSEN / of;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** Reads what the word chooses. */
    public Audit run(String word) {
        long of = query.first(COUNT, row -> row.columns().getLong(1)).orElse(0L);
        int read = 0;
        List<String> differ = new ArrayList<>();
        for (String camera : query.list("SELECT id FROM camera ORDER BY id", row -> row.text(1))) {
            for (Row row : query.list(ALL, Auditing::row, camera)) {
                if (chooses(word, row.camera(), row.sequence(), of)) {
                    read++;
                    if (!agrees(row)) {
                        differ.add(row.camera() + "/" + row.sequence());
                    }
                }
            }
        }
        return new Audit(read, differ);
    }

    private static Row row(Query.Row row) throws java.sql.SQLException {
        return new Row(
                row.text(1),
                row.columns().getLong(2),
                row.text(3),
                row.columns().getInt(4),
                Octets.of(row.columns().getBytes(5)));
    }

    private boolean agrees(Row row) {
        Path file = volumes.file(row.volume(), row.path());
        try {
            Walked walked = SegmentFile.walk(file);
            return walked.seal().isPresent() && walked.root().equals(row.root());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
