package custody.node.video;

import custody.store.archive.FootageIndex;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Gaps;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index and the archive together where the journal does not: after a recorder was killed between finishing a file and
 * telling of it, after the journal or the index was lost. Reads heads and seals only; what is in the index already is left alone.
 */
final class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final int AT_A_TIME = 200;

    private final Path archive;
    private final FootageIndex index;

    Reconciling(Path archive, FootageIndex index) {
        this.archive = archive;
        this.index = index;
    }

    /** Adds what is not in the index; answers how many segments were found. */
    int run() throws IOException {
        var folder = new ArchiveFolder(archive);
        int found = 0;
        for (CameraId camera : folder.cameras()) {
            found += camera(folder, camera);
        }
        if (found > 0) {
            LOG.atInfo().addKeyValue("segments", found).log("footage that nobody told of was found");
        }
        return found;
    }

    private int camera(ArchiveFolder folder, CameraId camera) throws IOException {
        Set<Long> known = index.sequences(camera, 0);
        var found = new ArrayList<Segment>();
        int[] count = {0};
        folder.rebuild(
                camera,
                known::contains,
                segment -> {
                    found.add(segment);
                    count[0]++;
                    if (found.size() >= AT_A_TIME) {
                        // The last stays to see the hole behind it.
                        index.found(found, known.isEmpty() ? Gaps.of(found) : List.of());
                        Segment last = found.getLast();
                        found.clear();
                        found.add(last);
                    }
                },
                (path, why) -> LOG.atWarn()
                        .addKeyValue("path", path)
                        .addKeyValue("why", why)
                        .log("a file is damaged"));
        if (!found.isEmpty()) {
            index.found(found, known.isEmpty() ? Gaps.of(found) : List.of());
        }
        return count[0];
    }
}
