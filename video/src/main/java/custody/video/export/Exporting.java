package custody.video.export;

import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.archive.Sha256;
import custody.video.export.FilmParts.Part;
import custody.video.live.FilmPainter.Film;
import custody.video.live.Mask;
import custody.video.media.Octets;
import custody.video.mp4.Box;
import custody.video.mp4.WholeFile;
import custody.video.recorder.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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

    private final ExportRequest request;
    private final Painting painting;
    private final Path folder;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;

    private Exporting(
            ExportRequest request, Painting painting, Path folder, DoubleConsumer progress, BooleanSupplier cancelled) {
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
        try (FilmParts parts = FilmParts.open(request, volumes)) {
            if (parts.all().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Exporting(request, painting, folder, progress, cancelled).run(parts));
        }
    }

    private Exported run(FilmParts parts) throws IOException {
        Files.createDirectories(folder.resolve("originals"));
        WholeFile film = parts.film();
        long skipped = parts.skip();
        Path footage = folder.resolve("footage.mp4");
        boolean painted = request.masking() instanceof Masking.Painted;
        int pictures = parts.pictures();
        int shown = pictures - parts.before();
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
        return new Exported(
                folder,
                Duration.ofNanos((film.durationTicks() - skipped) * 100_000 / 9),
                painted ? shown : pictures,
                Files.size(footage));
    }

    private void write(WholeFile film, FilmParts parts, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long total = parts.bytes();
            film.write(out, written -> tell(FILM_SHARE * written / total));
            out.force(true);
        }
    }

    /** The film as it was recorded exists only on the way, and is gone when this returns or throws. */
    private void paint(WholeFile film, FilmParts parts, List<Mask> masks, int shown, Path footage) throws IOException {
        Path whole = folder.resolve("whole.mp4");
        try {
            write(film, parts, whole);
            Segment first = parts.all().getFirst().segment();
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

    private void tell(double done) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("export cancelled");
        }
        progress.accept(Math.min(1, done));
    }

    /** Copies initialisation and fragments unless they are withheld, and says of each how it leads to its segment's root. */
    private List<Line.Builder> originals(FilmParts film, boolean withheld) throws IOException {
        var lines = new ArrayList<Line.Builder>();
        List<Part> parts = film.all();
        int at = 0;
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
                segmentOriginal(tree, parts.subList(at, behind), film.file(parts.get(at)), name, lines);
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
