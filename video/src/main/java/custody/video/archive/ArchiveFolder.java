package custody.video.archive;

import custody.video.camera.CameraId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The archive as it lies on disk. Everything the index knows can be read from here again, which is also how the index is checked.
 */
public final class ArchiveFolder {
    /** Days looked at for what a recorder left behind; it writes only into the current one. */
    private static final int RECENT_DAYS = 3;

    private final Path archive;

    public ArchiveFolder(Path archive) {
        this.archive = archive;
    }

    /** Cameras that have a folder; none before the first is recorded. */
    public List<CameraId> cameras() throws IOException {
        if (Files.notExists(archive)) {
            return List.of();
        }
        return list(archive).stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> camera(name(folder)).stream())
                .toList();
    }

    private static Optional<CameraId> camera(String folder) {
        try {
            return Optional.of(new CameraId(folder));
        } catch (IllegalArgumentException notACamera) {
            return Optional.empty();
        }
    }

    /** A camera's segments that were never finished, oldest first, relative to the archive. */
    public List<Path> open(CameraId camera) throws IOException {
        return recent(camera).stream().filter(ArchiveLayout::isOpen).toList();
    }

    /** A camera's finished segments, oldest first, relative to the archive. */
    public List<Path> finished(CameraId camera) throws IOException {
        var paths = new ArrayList<Path>();
        for (Path day : days(camera)) {
            paths.addAll(segmentsOf(day));
        }
        paths.removeIf(ArchiveLayout::isOpen);
        return paths;
    }

    /** A camera's newest finished segment that can be read. */
    public Optional<Segment> newest(CameraId camera) throws IOException {
        for (Path path : recent(camera).reversed()) {
            Optional<Segment> readable = ArchiveLayout.isOpen(path) ? Optional.empty() : readable(path);
            if (readable.isPresent()) {
                return readable;
            }
        }
        return Optional.empty();
    }

    private Optional<Segment> readable(Path path) {
        try {
            return Optional.of(SegmentFile.read(archive, path));
        } catch (IOException damagedOrUnreadable) {
            return Optional.empty();
        }
    }

    /** The highest sequence number a camera has used, 0 for none. */
    public long highestSequence(CameraId camera) throws IOException {
        return recent(camera).stream()
                .mapToLong(p -> ArchiveLayout.sequence(p).orElse(0))
                .max()
                .orElse(0);
    }

    /** Reads every finished segment of a camera in order; {@code damaged} gets the files that cannot be read and why. */
    public void rebuild(CameraId camera, Consumer<Segment> segments, BiConsumer<Path, String> damaged)
            throws IOException {
        for (Path path : finished(camera)) {
            try {
                segments.accept(SegmentFile.read(archive, path));
            } catch (IOException unreadable) {
                damaged.accept(path, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private List<Path> recent(CameraId camera) throws IOException {
        List<Path> days = days(camera);
        var paths = new ArrayList<Path>();
        for (Path day : days.subList(Math.max(0, days.size() - RECENT_DAYS), days.size())) {
            paths.addAll(segmentsOf(day));
        }
        paths.sort(Comparator.comparingLong(p -> ArchiveLayout.sequence(p).orElse(0)));
        return paths;
    }

    private List<Path> days(CameraId camera) throws IOException {
        Path folder = archive.resolve(camera.value());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return list(folder).stream()
                .filter(day -> ArchiveLayout.DAY_NAME.matcher(name(day)).matches())
                .toList();
    }

    private List<Path> segmentsOf(Path day) throws IOException {
        return list(day).stream()
                .map(archive::relativize)
                .filter(p -> ArchiveLayout.sequence(p).isPresent())
                .sorted(Comparator.comparingLong(p -> ArchiveLayout.sequence(p).orElse(0)))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException broken) {
            // A disk may fail in the middle of a listing; for whoever reads that is the same.
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
