package custody.web.house.video;

import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of footage, read from the folder each time it is asked; nothing where there is none. */
public final class FolderSegments implements Segments {
    private volatile @Nullable Path folder;

    /** Reads from there from now on. */
    public void folder(Path archive) {
        this.folder = archive;
    }

    private List<Segment> all(CameraId camera) {
        Path archive = folder;
        var found = new ArrayList<Segment>();
        if (archive == null) {
            return found;
        }
        try {
            new ArchiveFolder(archive).rebuild(camera, found::add, (path, why) -> {
                throw new IllegalStateException(path + ": " + why);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    @Override
    public Path folder(Segment segment) {
        Path archive = folder;
        if (archive == null) {
            throw new IllegalStateException("no archive");
        }
        return archive;
    }

    @Override
    public List<Segment> in(CameraId camera, Instant from, Instant to, int most) {
        return all(camera).stream()
                .filter(segment -> segment.start().isBefore(to) && segment.end().isAfter(from))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Segment> at(CameraId camera, Instant moment) {
        return all(camera).stream()
                .filter(segment -> segment.end().isAfter(moment))
                .findFirst();
    }

    @Override
    public Optional<Segment> after(CameraId camera, long sequence) {
        return all(camera).stream()
                .filter(segment -> segment.sequence() > sequence)
                .findFirst();
    }

    @Override
    public List<Line> lines(CameraId camera, Instant from, Instant to) {
        return in(camera, from, to, Integer.MAX_VALUE).stream()
                .map(segment ->
                        new Line(camera, segment.sequence(), segment.start(), segment.end(), segment.bytes(), false))
                .toList();
    }

    @Override
    public Optional<Open> open(CameraId camera) {
        return Optional.empty();
    }
}
