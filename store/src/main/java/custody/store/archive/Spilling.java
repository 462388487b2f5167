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
import java.util.List;

/**
 * Moves the oldest footage to the second volume when the first is nearly full: copied, synced, every byte checked there, its folder synced,
 * then the row, then the first file. Whatever is interrupted leaves one whole copy at least.
 */
public final class Spilling {
    /** Each camera's newest stays: the recorder goes on with its number and root, and looks at no other volume. */
    private static final String OLDEST = """
            SELECT camera, sequence, path FROM segment s
            WHERE state = 'sealed' AND volume = 0 AND minute IS NOT NULL
                AND EXISTS (SELECT 1 FROM segment n WHERE n.camera = s.camera AND n.sequence > s.sequence)
            ORDER BY end_at LIMIT ?""";

    private static final String MOVED =
            "UPDATE segment SET volume = 1 WHERE camera = ? AND sequence = ? AND volume = 0";

    private final Queries queries;
    private final Volumes volumes;

    Spilling(Queries queries, Volumes volumes) {
        this.queries = queries;
        this.volumes = volumes;
    }

    /** Whether there is anywhere to move to. */
    public boolean possible() {
        return volumes.second().isPresent();
    }

    private record Old(String camera, long sequence, String path) {}

    /** Moves at most so many files; answers how many were moved. */
    public int move(int most) throws IOException {
        if (volumes.second().isEmpty()) {
            return 0;
        }
        int moved = 0;
        List<Old> oldest =
                queries.list(OLDEST, row -> new Old(row.text(1), row.columns().getLong(2), row.text(3)), most);
        for (Old old : oldest) {
            Path from = volumes.archive().resolve(old.path());
            Path to = volumes.second().get().resolve(old.path());
            if (Files.exists(from) && copy(from, to, volumes.second().get())) {
                queries.change(MOVED, old.camera(), old.sequence());
                Files.delete(from);
                moved++;
            }
        }
        return moved;
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
