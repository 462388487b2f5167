package custody.video.export;

import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.media.Octets;
import custody.video.mp4.FragmentHead;
import custody.video.mp4.FragmentHead.Sample;
import custody.video.mp4.WholeFile;
import custody.video.playback.Seek;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fragments that a film is made of, in order, from the key frame before the time asked for; their files stay open until it is closed. */
final class FilmParts implements AutoCloseable {

    /** A fragment that goes out whole, and how many of its pictures are in the film. */
    record Part(Segment segment, int number, Fragment fragment, SegmentFile.Pictures pictures, int shown) {
        private List<Sample> samples() {
            return pictures.head().samples().subList(0, shown);
        }
    }

    private final Map<Long, FileChannel> files = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final ExportRequest request;

    private FilmParts(ExportRequest request) {
        this.request = request;
    }

    /** {@code volumes} says in which folder a segment's path is to be looked up. */
    static FilmParts open(ExportRequest request, Function<Segment, Path> volumes) throws IOException {
        var parts = new FilmParts(request);
        try {
            for (Segment segment : request.segments()) {
                if (segment.end().isAfter(request.from()) && segment.start().isBefore(request.to())) {
                    parts.add(segment, volumes.apply(segment).resolve(segment.path()));
                }
            }
            return parts;
        } catch (IOException | RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    private void add(Segment segment, Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        files.put(segment.sequence(), file);
        int from = Seek.in(segment, request.from()).map(Seek.Place::fragment).orElse(0);
        for (int i = from; i < segment.fragments().size(); i++) {
            Fragment fragment = segment.fragments().get(i);
            SegmentFile.Pictures pictures = SegmentFile.pictures(file, fragment);
            int shown = before(request.to(), segment.wall(fragment), pictures.head());
            if (shown > 0) {
                parts.add(new Part(segment, i, fragment, pictures, shown));
            }
        }
    }

    /** How many pictures of a fragment begin before the end. */
    private static int before(Instant end, Instant begins, FragmentHead head) {
        long ticks = ticks(begins, end);
        long at = 0;
        int count = 0;
        for (Sample sample : head.samples()) {
            if (at >= ticks) {
                break;
            }
            at += sample.duration();
            count++;
        }
        return count;
    }

    private static long ticks(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() * 9 / 100_000;
    }

    List<Part> all() {
        return parts;
    }

    /** The file that a part lies in. */
    FileChannel file(Part part) {
        FileChannel file = files.get(part.segment().sequence());
        if (file == null) {
            throw new IllegalArgumentException("not of this film");
        }
        return file;
    }

    /** Length of the fragments, bytes. */
    long bytes() {
        return parts.stream().mapToLong(part -> part.fragment().length()).sum();
    }

    int pictures() {
        return parts.stream().mapToInt(Part::shown).sum();
    }

    /** Ticks that are decoded and not shown, up to the beginning of the picture that is on the screen at the first moment. */
    long skip() {
        Part first = parts.getFirst();
        long wanted = Math.max(0, ticks(first.segment().wall(first.fragment()), request.from()));
        long at = 0;
        long last = 0;
        for (Sample sample : samples()) {
            if (at + sample.duration() > wanted) {
                return at;
            }
            last = at;
            at += sample.duration();
        }
        return last;
    }

    /** Pictures that are decoded and not shown. */
    int before() {
        long skipped = skip();
        long at = 0;
        int count = 0;
        for (Sample sample : samples()) {
            if (at >= skipped) {
                break;
            }
            at += sample.duration();
            count++;
        }
        return count;
    }

    private List<Sample> samples() {
        return parts.stream().flatMap(part -> part.samples().stream()).toList();
    }

    WholeFile film() throws IOException {
        var descriptions = new ArrayList<Octets>();
        var chunks = new ArrayList<WholeFile.Chunk>();
        long sequence = -1;
        int description = 0;
        for (Part part : parts) {
            FileChannel file = file(part);
            if (part.segment().sequence() != sequence) {
                sequence = part.segment().sequence();
                Octets entry = SegmentFile.sampleEntry(file);
                if (!descriptions.contains(entry)) {
                    descriptions.add(entry);
                }
                description = descriptions.indexOf(entry);
            }
            chunks.add(new WholeFile.Chunk(file, part.pictures().at(), description, part.samples()));
        }
        Segment first = parts.getFirst().segment();
        return new WholeFile(descriptions, first.width(), first.height(), chunks, skip());
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files.values()) {
            file.close();
        }
    }
}
