package custody.store.archive;

import custody.store.archive.FootageIndex.Placed;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.ArchiveLayout;
import custody.video.archive.Gap;
import custody.video.archive.Gaps;
import custody.video.archive.SegmentFile;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index and the archive together where the journal does not: after a recorder was killed between finishing a file and
 * telling of it, after the journal or the index was lost. Reads heads and seals only, on both volumes; what is in the index already
 * is left alone.
 */
public final class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final int AT_A_TIME = 200;

    private final Volumes volumes;
    private final FootageIndex index;

    Reconciling(Volumes volumes, FootageIndex index) {
        this.volumes = volumes;
        this.index = index;
    }

    private record File(int volume, Path path) {}

    /**
     * Adds what is not in the index; answers how many segments were found. A camera whose files cannot be listed costs no other camera
     * its footage; it is thrown when all others are done.
     */
    public int run() throws IOException {
        SortedSet<CameraId> cameras = new TreeSet<>();
        for (int volume : volumes.numbers()) {
            cameras.addAll(new ArchiveFolder(volumes.folder(volume)).cameras());
        }
        int found = 0;
        IOException failed = null;
        for (CameraId camera : cameras) {
            try {
                found += camera(camera);
            } catch (IOException unreadable) {
                failed = new IOException(
                        "footage of " + camera + ": " + unreadable, failed == null ? unreadable : failed);
            }
        }
        if (found > 0) {
            LOG.atInfo().addKeyValue("segments", found).log("footage that nobody told of was found");
        }
        if (failed != null) {
            throw failed;
        }
        return found;
    }

    private int camera(CameraId camera) throws IOException {
        Set<Long> known = index.sequences(camera, 0);
        // Rows whose files are missing are no reason to guess: the index knows the holes between them all the same.
        boolean knew = index.newest(camera) > 0;
        var found = new ArrayList<Placed>();
        int count = 0;
        for (List<File> files : files(camera, known)) {
            Optional<Placed> readable = readable(files);
            if (readable.isPresent()) {
                found.add(readable.get());
                count++;
            }
            if (found.size() >= AT_A_TIME) {
                // The last stays to see the hole behind it.
                index.found(found, gaps(found, knew));
                Placed last = found.getLast();
                found.clear();
                found.add(last);
            }
        }
        if (!found.isEmpty()) {
            index.found(found, gaps(found, knew));
        }
        return count;
    }

    /** Of each segment that the index does not know its files, in the segments' order: a copy that was cut off leaves two. */
    private Iterable<List<File>> files(CameraId camera, Set<Long> known) throws IOException {
        var files = new TreeMap<Long, List<File>>();
        for (int volume : volumes.numbers()) {
            for (Path path : new ArchiveFolder(volumes.folder(volume)).finished(camera)) {
                long sequence = ArchiveLayout.sequence(path).orElse(0);
                if (!known.contains(sequence)) {
                    files.computeIfAbsent(sequence, _ -> new ArrayList<>()).add(new File(volume, path));
                }
            }
        }
        return files.values();
    }

    private Optional<Placed> readable(List<File> files) {
        for (File file : files) {
            try {
                return Optional.of(
                        new Placed(SegmentFile.read(volumes.folder(file.volume()), file.path()), file.volume()));
            } catch (IOException damaged) {
                LOG.atWarn()
                        .addKeyValue("path", file.path())
                        .addKeyValue("why", damaged.getMessage())
                        .log("a file is damaged");
            }
        }
        return Optional.empty();
    }

    /** Holes between them, where the index knew nothing: else it knows them better. */
    private static List<Gap> gaps(List<Placed> found, boolean knew) {
        return knew ? List.of() : Gaps.of(found.stream().map(Placed::segment).toList());
    }
}
