package custody.video.export;

import custody.video.archive.Fragment;
import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentRoot;
import custody.video.archive.Sha256;
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
import java.util.stream.Collectors;

/**
 * Makes a folder for a recipient: {@code footage.mp4}, exact to the picture; {@code originals/}, the fragments as they were
 * recorded; {@code manifest.txt}, with which a stranger checks both against the ledger's roots, offline. The format is written down
 * in docs/formats/segment.md, "Export".
 */
public final class Exporting {
    private static final int PIECE = 1 << 20;

    /** What was made. */
    public record Exported(Path folder, Duration shown, long pictures, long bytes) {}

    /** A fragment that goes out whole, and how many of its pictures are in the film. */
    private record Part(Segment segment, int number, Fragment fragment, SegmentFile.Pictures pictures, int shown) {}

    private final Path archive;
    private final ExportRequest request;
    private final Path folder;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private final List<FileChannel> open = new ArrayList<>();

    private Exporting(
            Path archive, ExportRequest request, Path folder, DoubleConsumer progress, BooleanSupplier cancelled) {
        this.archive = archive;
        this.request = request;
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
        var exporting = new Exporting(archive, request, folder, progress, cancelled);
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
        try (FileChannel out = FileChannel.open(footage, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long total = parts.stream().mapToLong(p -> p.fragment().length()).sum();
            film.write(out, written -> tell(0.45 * written / total));
            out.force(true);
        }
        List<Line.Builder> lines = new ArrayList<>(originals(parts));
        lines.addFirst(Line.of("export")
                .with("version", 1)
                .with("camera", request.camera())
                .with("from", request.from())
                .with("to", request.to())
                .with("recipient", request.recipient())
                .with("reason", request.reason())
                .with("pictures", parts.stream().mapToInt(Part::shown).sum())
                .with("ticks", film.durationTicks() - skipped)
                .with("skip", skipped)
                .with("footage", hash(footage)));
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
                parts.stream().mapToInt(Part::shown).sum(),
                Files.size(footage)));
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
            FileChannel file = FileChannel.open(archive.resolve(segment.path()), StandardOpenOption.READ);
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

    /** Copies initialisation and fragments, and says of each how it leads to its segment's root. */
    private List<Line.Builder> originals(List<Part> parts) throws IOException {
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
            segmentOriginal(segment, parts.subList(at, behind), open.get(file++), name, lines);
            at = behind;
            tell(0.45 + 0.5 * at / parts.size());
        }
        return lines;
    }

    private void segmentOriginal(
            Segment segment, List<Part> parts, FileChannel from, String name, List<Line.Builder> lines)
            throws IOException {
        List<Octets> hashes = new ArrayList<>(List.of(segment.initialisationHash()));
        segment.fragments().forEach(f -> hashes.add(f.hash()));
        lines.add(Line.of("segment")
                .with("file", name)
                .with("sequence", segment.sequence())
                .with("start", segment.start())
                .with("root", segment.seal().root())
                .with("previous", segment.header().previousRoot())
                .with("leaves", hashes.size())
                .with("initialisation", segment.initialisationLength())
                .with("hash", segment.initialisationHash())
                .with("path", path(hashes, 0))
                .with(
                        "clock-offset",
                        segment.seal().clockOffsetMicros().isPresent()
                                ? segment.seal().clockOffsetMicros().getAsLong()
                                : "unknown")
                .with("salvaged", segment.seal().salvaged()));
        try (FileChannel out =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(from, 0, segment.initialisationLength(), out);
            for (Part part : parts) {
                lines.add(Line.of("fragment")
                        .with("file", name)
                        .with("at", out.position())
                        .with("length", part.fragment().length())
                        .with("leaf", part.number() + 1)
                        .with("arrived", segment.wall(part.fragment()))
                        .with("shown", part.shown())
                        .with("hash", part.fragment().hash())
                        .with("path", path(hashes, part.number() + 1)));
                copy(from, part.fragment().offset(), part.fragment().length(), out);
            }
            out.force(true);
        }
    }

    private static String path(List<Octets> hashes, int leaf) {
        return SegmentRoot.path(hashes, leaf).stream().map(Octets::hex).collect(Collectors.joining(","));
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
