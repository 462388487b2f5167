package custody.store.archive;

import custody.ledger.tree.Hash;
import custody.store.database.Queries;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentFile.Walked;
import custody.video.media.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static final String LOST =
            "SELECT camera, sequence, path, volume, root FROM segment WHERE state = 'missing'";
    private static final String NOW_LOST =
            "UPDATE segment SET state = 'missing' WHERE camera = ? AND sequence = ? AND state = 'sealed'";
    private static final String FOUND =
            "UPDATE segment SET state = 'sealed' WHERE camera = ? AND sequence = ? AND state = 'missing'";

    private final Queries queries;
    private final Volumes volumes;

    Auditing(Queries queries, Volumes volumes) {
        this.queries = queries;
        this.volumes = volumes;
    }

    /**
     * What an audit found: how many segments it read, and which are not what they were or are not there any more, as
     * {@code camera/sequence}.
     */
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
        byte[] hash = Hash.sha256(word + "\n" + camera + "\n" + sequence).bytes();
        double place = (ByteBuffer.wrap(hash).getLong() >>> 11) / (double) (1L << 53);
        return place < (double) CHOSEN / of;
    }

    private enum Outcome {
        SAME,
        DIFFERS,
        MISSING
    }

    /**
     * Reads what the word chooses. What is not there is marked as missing and found by no page any more; what was missing and is there
     * again, as when a volume comes back, is looked for first.
     */
    public Audit run(String word) {
        for (Row row : queries.list(LOST, Auditing::row)) {
            if (look(row) == Outcome.SAME) {
                queries.change(FOUND, row.camera(), row.sequence());
            }
        }
        long of = queries.first(COUNT, row -> row.columns().getLong(1)).orElse(0L);
        int read = 0;
        List<String> differ = new ArrayList<>();
        for (String camera : queries.list("SELECT id FROM camera ORDER BY id", row -> row.text(1))) {
            for (Row row : queries.list(ALL, Auditing::row, camera)) {
                if (chooses(word, row.camera(), row.sequence(), of)) {
                    read++;
                    if (bad(row)) {
                        differ.add(row.camera() + "/" + row.sequence());
                    }
                }
            }
        }
        return new Audit(read, differ);
    }

    private static Row row(Queries.Row row) throws java.sql.SQLException {
        return new Row(
                row.text(1),
                row.columns().getLong(2),
                row.text(3),
                row.columns().getInt(4),
                Octets.of(row.columns().getBytes(5)));
    }

    private boolean bad(Row row) {
        return switch (look(row)) {
            case SAME -> false;
            case DIFFERS -> true;
            // Retention may have taken it since the rows were read; then it is not sealed any more.
            case MISSING -> queries.change(NOW_LOST, row.camera(), row.sequence()) > 0;
        };
    }

    private Outcome look(Row row) {
        // It may be on its way to the second volume.
        Optional<Path> file = volumes.places(row.volume(), row.path()).stream()
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) {
            return Outcome.MISSING;
        }
        try {
            Walked walked = SegmentFile.walk(file.get());
            boolean same = walked.seal().isPresent() && walked.root().equals(row.root());
            return same ? Outcome.SAME : Outcome.DIFFERS;
        } catch (NoSuchFileException goneMeanwhile) {
            return volumes.places(row.volume(), row.path()).stream().anyMatch(Files::exists)
                    ? Outcome.SAME
                    : Outcome.MISSING;
        } catch (IOException unreadable) {
            return Outcome.DIFFERS;
        }
    }
}
