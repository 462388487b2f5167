package custody.store.archive;

import custody.store.database.Queries;
import custody.video.archive.Salvage;
import custody.video.archive.SegmentFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves the oldest footage to the second volume when the first is nearly full: copied, synced, every byte checked there, its folder synced,
 * then the row, then the first file. Whatever is interrupted leaves one whole copy at least.
 */
public final class Spilling {
    /** Each camera's newest stays: the recorder goes on with its number and root, and looks at no other volume. */
    private static final String OLDEST = """
            SELECT camera, sequence, path, end_at FROM segment s
            WHERE state = 'sealed' AND volume = 0 AND minute IS NOT NULL
                AND EXISTS (SELECT 1 FROM segment n WHERE n.camera = s.camera AND n.sequence > s.sequence)
                AND (end_at, camera, sequence) > (?, ?, ?)
            ORDER BY end_at, camera, sequence LIMIT ?""";

    private static final String MOVED =
            "UPDATE segment SET volume = 1 WHERE camera = ? AND sequence = ? AND volume = 0";

    /** Beside a file that is copied; folders and names want some too. */
    private static final long SPARE = 1L << 20;

    private final Queries queries;
    private final Volumes volumes;

    /** Those up to here had their turn. */
    private Old behind = Old.NONE;

    Spilling(Queries queries, Volumes volumes) {
        this.queries = queries;
        this.volumes = volumes;
    }

    /** Whether there is anywhere to move to. */
    public boolean possible() {
        return volumes.second().isPresent();
    }

    private record Old(String camera, long sequence, String path, Instant end) {
        static final Old NONE = new Old("", 0, "", Instant.EPOCH);

        static Old of(Queries.Row row) throws SQLException {
            return new Old(row.text(1), row.columns().getLong(2), row.text(3), row.time(4));
        }
    }

    /**
     * Moves at most so many files; answers how many were moved. One that cannot be moved keeps no other from it, not in this call nor by
     * being the oldest in all that follow; the first such is thrown when the others are done. By one thread.
     */
    public int move(int most) throws IOException {
        if (volumes.second().isEmpty()) {
            return 0;
        }
        Path second = volumes.second().get();
        List<Old> oldest = queries.list(OLDEST, Old::of, behind.end(), behind.camera(), behind.sequence(), most);
        int moved = 0;
        Optional<IOException> stayed = Optional.empty();
        for (Old old : oldest) {
            try {
                moved += moved(old, second) ? 1 : 0;
            } catch (IOException unmoved) {
                var failure =
                        new IOException("footage of " + old.camera() + ", " + old.sequence() + ", stays", unmoved);
                if (full(second, volumes.archive().resolve(old.path()))) {
                    throw failure;
                }
                stayed = stayed.or(() -> Optional.of(failure));
            }
        }
        behind = next(oldest, moved, most);
        if (stayed.isPresent()) {
            throw stayed.get();
        }
        return moved;
    }

    /** Those that stayed are tried again when all behind them have had their turn. */
    private Old next(List<Old> oldest, int moved, int most) {
        if (oldest.size() < most) {
            return Old.NONE;
        }
        return moved == oldest.size() ? behind : oldest.getLast();
    }

    private boolean moved(Old old, Path second) throws IOException {
        Path from = volumes.archive().resolve(old.path());
        if (!Files.exists(from) || !copy(from, second.resolve(old.path()), second)) {
            return false;
        }
        queries.change(MOVED, old.camera(), old.sequence());
        Files.delete(from);
        return true;
    }

    /** Whether there is no room for that file: then there is none for the others. */
    private static boolean full(Path volume, Path file) {
        try {
            return Files.getFileStore(volume).getUsableSpace() < Files.size(file) + SPARE;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean copy(Path from, Path to, Path volume) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        } catch (IOException noRoom) {
            Files.deleteIfExists(part);
            throw noRoom;
        }
        if (SegmentFile.check(part).isPresent()) {
            Files.delete(part);
            return false;
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolders(to, volume);
        return true;
    }

    /** Makes the file's name durable, and those of its folders, which may be new: after this the first copy may go. */
    private static void syncFolders(Path file, Path volume) throws IOException {
        for (Path at = file; at != null && !at.equals(volume); at = at.getParent()) {
            Salvage.syncFolder(at);
        }
    }
}
