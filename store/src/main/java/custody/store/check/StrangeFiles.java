package custody.store.check;

import custody.store.archive.Volumes;
import custody.video.archive.ArchiveLayout;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Finds footage on disk that the ledger does not name: put there by others, unless it is what was recorded last. */
final class StrangeFiles {
    private final Volumes volumes;
    private final Map<CameraId, CameraCheck> cameras;
    private final Instant newestEntry;
    private final Fault fault;

    /** What is wrong. */
    interface Fault {
        void found(String where, String expected, String actual);
    }

    /** {@code newestEntry} is the last minute that an entry speaks of. */
    StrangeFiles(Volumes volumes, Map<CameraId, CameraCheck> cameras, Instant newestEntry, Fault fault) {
        this.volumes = volumes;
        this.cameras = cameras;
        this.newestEntry = newestEntry;
        this.fault = fault;
    }

    void run() throws IOException {
        look(volumes.archive());
        Optional<Path> second = volumes.second();
        if (second.isPresent()) {
            look(second.get());
        }
    }

    private void look(Path volume) throws IOException {
        if (!Files.isDirectory(volume)) {
            return;
        }
        for (Path folder : list(volume)) {
            Optional<CameraId> camera = camera(folder);
            if (camera.isEmpty() || !Files.isDirectory(folder)) {
                continue;
            }
            for (Path day : list(folder)) {
                if (ArchiveLayout.DAY_NAME
                        .matcher(String.valueOf(day.getFileName()))
                        .matches()) {
                    for (Path file : list(day)) {
                        file(volume, camera.get(), file);
                    }
                }
            }
        }
    }

    private void file(Path volume, CameraId camera, Path file) {
        OptionalLong sequence = ArchiveLayout.sequence(file);
        String relative = volume.relativize(file).toString();
        if (sequence.isEmpty()) {
            fault.found("file " + relative, "a segment", "a file with another name");
            return;
        }
        CameraCheck known = cameras.get(camera);
        long newest = known == null ? 0 : known.highest().orElse(0);
        long number = sequence.getAsLong();
        if (number > newest) {
            notYetNamed(volume, known, file, relative);
        } else if (ArchiveLayout.isOpen(file)
                || known == null
                || !known.path(number).equals(Optional.of(relative))) {
            fault.found("file " + relative, "no file: no entry names it", "a file");
        }
    }

    /**
     * What was recorded since the last entry is not named yet; older pictures under a new number, or of a camera that no entry
     * names, are no such thing.
     */
    private void notYetNamed(
            Path volume, @org.jspecify.annotations.Nullable CameraCheck known, Path file, String relative) {
        if (ArchiveLayout.isOpen(file)) {
            return;
        }
        try {
            Segment segment = SegmentFile.read(volume, volume.relativize(file));
            boolean beforeTheNamed =
                    known != null && segment.start().isBefore(known.lastEnd().minusSeconds(5));
            if (beforeTheNamed || segment.end().plus(CameraCheck.LATE).isBefore(newestEntry)) {
                fault.found(
                        "file " + relative,
                        "pictures later than those that are named",
                        "pictures of " + segment.start());
            }
        } catch (IOException unreadable) {
            fault.found("file " + relative, "a segment that can be read", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<CameraId> camera(Path folder) {
        try {
            return Optional.of(new CameraId(String.valueOf(folder.getFileName())));
        } catch (IllegalArgumentException notACamera) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
