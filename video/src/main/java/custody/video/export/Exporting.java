package custody.video.export;

import custody.video.archive.Fragment;
import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.Sha256;
import custody.video.live.FilmPainter.Film;
import custody.video.live.Mask;
import custody.video.media.Octets;
import custody.video.mp4.Box;
import custody.video.mp4.FragmentHead;
import custody.video.mp4.WholeFile;
import custody.video.playback.Seek;
import custody.video.recorder.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Makes a folder for a recipient: {@code footage.mp4}, exact to the picture; {@code originals/}, the fragments as they were
 * recorded; {@code manifest.txt}, with which a stranger checks both against the ledger's roots, offline. Where masks are painted
 * over, no original goes along: the manifest names each by its hash. The format is written down in docs/formats/segment.md, "Export".
 */
public final class Exporting {
    private static final int PIECE = 1 << 20;
    private static final double FILM_SHARE = 0.45;
    private static final double PAINTING_SHARE = 0.5;

    /** What was made; {@code bytes} of the film. */
    public record Exported(Path folder, Duration shown, long pictures, long bytes) {}

    /** A fragment that goes out whole, and how many of its pictures are in the film. */
    private record Part(Segment segment, int number, Fragment fragment, SegmentFile.Pictures pictures, int shown) {}

    private final Function<Segment, Path> volumes;
    private final ExportRequest request;
    private final Painting painting;
    private final Path folder;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private final List<FileChannel> open = new ArrayList<>();

    private Exporting(
            Function<Segment, Path> volumes,
            ExportRequest request,
            Painting painting,
            Path folder,
            DoubleConsumer progress,
            BooleanSupplier cancelled) {
        this.volumes = volumes;
        this.request = request;
        this.painting = painting;
        this.folder = folder;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /**
     * Exports into a new folder. {@code progress} gets 0 to 1; when {@code cancelled} says so, {@link CancellationException} is
     * thrown and the folder is unfinished, without a manifest. Empty when nothing of the time is on record.
     */
    public static Optional<Exported> run(
            Path archive, ExportRequest request, Path folder, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        return run(_ -> archive, request, Painting.NONE, folder, progress, cancelled);
    }

    /** As the other, from several volumes: {@code volumes} says in which folder a segment's path is to be looked up. */
    public static Optional<Exported> run(
            Function<Segment, Path> volumes,
            ExportRequest request,
            Painting painting,
            Path folder,
            DoubleConsumer progress,
            BooleanSupplier cancelled)
            throws IOException {
        var exporting = new Exporting(volumes, request, painting, folder, progress, cancelled);
        try {
            return exporting.run();
        } finally {
            for (FileChannel file : exporting.open) {
                file.close();
            }
        }
    }

    private Optional<Exported> run() throws IOException {
        List<Part> parts = parts();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder.resolve("originals"));
        Part first = parts.getFirst();
        Instant begins = first.segment().wall(first.fragment());
        long skip = Math.max(0, Duration.between(begins, request.from()).toNanos() * 9 / 100_000);
        long skipped = shownFrom(parts, skip);
        WholeFile film = film(parts, skipped);
        Path footage = folder.resolve("footage.mp4");
        boolean painted = request.masking() instanceof Masking.Painted;
        int pictures = parts.stream().mapToInt(Part::shown).sum();
        int shown = pictures - picturesBefore(parts, skipped);
        if (request.masking() instanceof Masking.Painted(List<Mask> masks)) {
            paint(film, parts, masks, shown, footage);
        } else {
            write(film, parts, footage);
        }
        List<Line.Builder> lines = new ArrayList<>();
        lines.add(Line.of("export")
                .with("version", painted ? 2 : 1)
                .with("camera", request.camera())
                .with("from", request.from())
                .with("to", request.to())
                .with("recipient", request.recipient())
                .with("reason", request.reason())
                .with("pictures", painted ? shown : pictures)
                .with("ticks", film.durationTicks() - skipped)
                .with("skip", painted ? 0 : skipped)
                .with("before", pictures - shown)
                .with("footage", hash(footage)));
        lines.addAll(masking());
        lines.addAll(originals(parts, painted));
        for (Gap gap : request.gaps()) {
            lines.add(Line.of("gap")
                    .with("from", gap.from())
                    .with("to", gap.to())
                    .with("cause", gap.cause().word())
                    .with("detail", gap.detail()));
        }
        Files.write(
                folder.resolve("manifest.txt"),
                lines.stream().map(Line.Builder::toString).toList());
        tell(1);
        return Optional.of(new Exported(
                folder,
                Duration.ofNanos((film.durationTicks() - skipped) * 100_000 / 9),
                painted ? shown : pictures,
                Files.size(footage)));
    }

    private void write(WholeFile film, List<Part> parts, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long total = parts.stream().mapToLong(p -> p.fragment().length()).sum();
            film.write(out, written -> tell(FILM_SHARE * written / total));
            out.force(true);
        }
    }

    /** The film as it was recorded exists only on the way, and is gone when this returns or throws. */
    private void paint(WholeFile film, List<Part> parts, List<Mask> masks, int shown, Path footage) throws IOException {
        Path whole = folder.resolve("whole.mp4");
        try {
            write(film, parts, whole);
            Segment first = parts.getFirst().segment();
            painting.paint(
                    new Film(whole, first.width(), first.height()),
                    footage,
                    masks,
                    done -> tell(FILM_SHARE + PAINTING_SHARE * Math.min(1, done / shown)),
                    cancelled);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private List<Line.Builder> masking() {
        return switch (request.masking()) {
            case Masking.None _ -> List.of();
            case Masking.Painted(var masks) ->
                masks.stream()
                        .map(mask -> Line.of("mask")
                                .with("left", mask.left())
                                .with("top", mask.top())
                                .with("width", mask.width())
                                .with("height", mask.height()))
                        .toList();
            case Masking.Lifted(var masks, var reason) ->
                List.of(Line.of("masks-lifted").with("masks", masks).with("reason", reason));
        };
    }

    /** How many pictures are decoded and not shown. */
    private static int picturesBefore(List<Part> parts, long skipped) {
        long at = 0;
        int count = 0;
        for (Part part : parts) {
            for (FragmentHead.Sample sample : part.pictures().head().samples().subList(0, part.shown())) {
                if (at >= skipped) {
                    return count;
                }
                at += sample.duration();
                count++;
            }
        }
        return count;
    }

    /** The skip, moved back to the beginning of the picture that is on the screen at that moment. */
    private static long shownFrom(List<Part> parts, long skip) {
        long at = 0;
        long last = 0;
        for (Part part : parts) {
            for (FragmentHead.Sample sample : part.pictures().head().samples().subList(0, part.shown())) {
                if (at + sample.duration() > skip) {
                    return at;
                }
                last = at;
                at += sample.duration();
            }
        }
        return last;
    }

    private void tell(double done) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("export cancelled");
        }
        progress.accept(Math.min(1, done));
    }

    private List<Part> parts() throws IOException {
        var parts = new ArrayList<Part>();
        for (Segment segment : request.segments()) {
            if (!segment.end().isAfter(request.from()) || !segment.start().isBefore(request.to())) {
                continue;
            }
            int from =
                    Seek.in(segment, request.from()).map(Seek.Place::fragment).orElse(0);
            FileChannel file =
                    FileChannel.open(volumes.apply(segment).resolve(segment.path()), StandardOpenOption.READ);
            open.add(file);
            for (int i = from; i < segment.fragments().size(); i++) {
                Fragment fragment = segment.fragments().get(i);
                SegmentFile.Pictures pictures = SegmentFile.pictures(file, fragment);
                int shown = before(request.to(), segment.wall(fragment), pictures.head());
                if (shown > 0) {
                    parts.add(new Part(segment, i, fragment, pictures, shown));
                }
            }
        }
        return parts;
    }

    /** How many pictures of a fragment begin before the end. */
    private static int before(Instant end, Instant begins, FragmentHead head) {
        long ticks = Duration.between(begins, end).toNanos() * 9 / 100_000;
        long at = 0;
        int count = 0;
        for (FragmentHead.Sample sample : head.samples()) {
            if (at >= ticks) {
                break;
            }
            at += sample.duration();
            count++;
        }
        return count;
    }

    private WholeFile film(List<Part> parts, long skip) throws IOException {
        var descriptions = new ArrayList<Octets>();
        var chunks = new ArrayList<WholeFile.Chunk>();
        Optional<Segment> current = Optional.empty();
        int file = -1;
        for (Part part : parts) {
            if (!Optional.of(part.segment()).equals(current)) {
                current = Optional.of(part.segment());
                file++;
            }
            Octets entry = SegmentFile.sampleEntry(open.get(file));
            if (!descriptions.contains(entry)) {
                descriptions.add(entry);
            }
            chunks.add(new WholeFile.Chunk(
                    open.get(file),
                    part.pictures().at(),
                    descriptions.indexOf(entry),
                    part.pictures().head().samples().subList(0, part.shown())));
        }
        Segment first = parts.getFirst().segment();
        return new WholeFile(descriptions, first.width(), first.height(), chunks, skip);
    }

    /** Copies initialisation and fragments unless they are withheld, and says of each how it leads to its segment's root. */
    private List<Line.Builder> originals(List<Part> parts, boolean withheld) throws IOException {
        var lines = new ArrayList<Line.Builder>();
        int at = 0;
        int file = 0;
        while (at < parts.size()) {
            Segment segment = parts.get(at).segment();
            int behind = at;
            while (behind < parts.size() && parts.get(behind).segment().equals(segment)) {
                behind++;
            }
            String name = "originals/" + segment.sequence() + ".mp4";
            var tree = new SegmentTree(segment);
            lines.add(tree.segment(withheld ? Optional.empty() : Optional.of(name)));
            if (withheld) {
                for (Part part : parts.subList(at, behind)) {
                    lines.add(tree.withheld(part.number(), part.shown()));
                }
            } else {
                segmentOriginal(tree, parts.subList(at, behind), open.get(file++), name, lines);
            }
            at = behind;
            if (!withheld) {
                tell(FILM_SHARE + (1 - FILM_SHARE) * at / parts.size());
            }
        }
        return lines;
    }

    private void segmentOriginal(
            SegmentTree tree, List<Part> parts, FileChannel from, String name, List<Line.Builder> lines)
            throws IOException {
        try (FileChannel out =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(from, 0, parts.getFirst().segment().initialisationLength(), out);
            for (Part part : parts) {
                lines.add(tree.fragment(name, out.position(), part.number(), part.shown()));
                copy(from, part.fragment().offset(), part.fragment().length(), out);
            }
            out.force(true);
        }
    }

    private static void copy(FileChannel from, long at, long length, FileChannel out) throws IOException {
        long done = 0;
        while (done < length) {
            done += from.transferTo(at + done, length - done, out);
        }
    }

    static Octets hash(Path file) throws IOException {
        var sha = new Sha256();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (long at = 0; at < in.size(); at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, in.size() - at));
                Box.readFully(in, piece, at);
                sha.add(piece.flip());
            }
            return sha.end();
        }
    }
}
