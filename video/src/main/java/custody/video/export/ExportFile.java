package custody.video.export;

import custody.video.media.MalformedMedia;
import custody.video.mp4.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An export as one file to hand over: a zip that any program opens, nothing in it compressed, its bytes fixed by its contents, so
 * that a reader can refuse every byte that this writer would not have written. Parts in this order: {@code manifest.txt},
 * {@code proof.txt}, {@code key.txt}, {@code footage.mp4}, {@code originals/<number>.mp4}. See docs/formats/segment.md, "Export".
 */
public final class ExportFile {
    static final String MANIFEST = "manifest.txt";
    static final String PROOF = "proof.txt";
    static final String KEY = "key.txt";
    private static final String FOOTAGE = "footage.mp4";
    private static final Pattern NAME =
            Pattern.compile("manifest\\.txt|proof\\.txt|key\\.txt|footage\\.mp4|originals/\\d{1,18}\\.mp4");
    private static final int PIECE = 1 << 20;
    private static final int LARGEST_TEXT = 64 * 1024 * 1024;
    private static final int MOST_PARTS = 100_000;

    private ExportFile() {}

    /** What the texts beside the footage are: the ledger's proof and the key it is signed with. */
    public record Proof(String text, String key) {}

    /**
     * What a file holds, opened into a folder.
     *
     * @param manifest SHA-256 of the manifest, lower-case hex: what the ledger's entry of the export names
     * @param proof as {@link Proof}
     */
    public record Opened(String manifest, Proof proof) {}

    /** SHA-256 of the manifest of a folder that {@link Exporting} made, lower-case hex. */
    public static String manifest(Path folder) throws IOException {
        return Exporting.hash(folder.resolve(MANIFEST)).hex();
    }

    /**
     * Packs a folder that {@link Exporting} made; answers the SHA-256 of the file in lower-case hex.
     *
     * @param progress gets 0 to 1
     * @param cancelled asked between pieces; the unfinished file is deleted then and {@link
     *     CancellationException} thrown
     */
    public static String pack(Path folder, Proof proof, Path file, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        List<Path> originals;
        try (Stream<Path> all = Files.list(folder.resolve("originals"))) {
            originals = all.sorted().toList();
        }
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long total = Files.size(folder.resolve(FOOTAGE));
            for (Path original : originals) {
                total += Files.size(original);
            }
            var packing = new Packing(out, total, progress, cancelled);
            packing.add(MANIFEST, folder.resolve(MANIFEST));
            packing.add(PROOF, ascii(proof.text()));
            packing.add(KEY, ascii(proof.key()));
            packing.add(FOOTAGE, folder.resolve(FOOTAGE));
            for (Path original : originals) {
                packing.add("originals/" + original.getFileName(), original);
            }
            ByteBuffer directory = ZipParts.directory(packing.parts, out.position());
            while (directory.hasRemaining()) {
                out.write(directory);
            }
            out.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return Exporting.hash(file).hex();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes one part behind the other; the head of a part is filled in when its content is known. */
    private static final class Packing {
        private final FileChannel out;
        private final long total;
        private final DoubleConsumer progress;
        private final BooleanSupplier cancelled;
        private final List<ZipParts.Part> parts = new ArrayList<>();
        private long written;

        Packing(FileChannel out, long total, DoubleConsumer progress, BooleanSupplier cancelled) {
            this.out = out;
            this.total = Math.max(1, total);
            this.progress = progress;
            this.cancelled = cancelled;
        }

        void add(String name, Path content) throws IOException {
            try (FileChannel in = FileChannel.open(content, StandardOpenOption.READ)) {
                long at = out.position();
                var crc = new CRC32();
                out.position(
                        at + ZipParts.head(new ZipParts.Part(name, at, 0, 0)).remaining());
                ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
                long size = 0;
                while (in.read(piece.clear()) >= 0) {
                    size += take(piece.flip(), crc);
                }
                fill(new ZipParts.Part(name, at, size, crc.getValue()));
            }
        }

        void add(String name, ByteBuffer content) throws IOException {
            long at = out.position();
            var crc = new CRC32();
            out.position(at + ZipParts.head(new ZipParts.Part(name, at, 0, 0)).remaining());
            long size = take(content, crc);
            fill(new ZipParts.Part(name, at, size, crc.getValue()));
        }

        private long take(ByteBuffer piece, CRC32 crc) throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("export cancelled");
            }
            int size = piece.remaining();
            crc.update(piece.duplicate());
            while (piece.hasRemaining()) {
                out.write(piece);
            }
            written += size;
            progress.accept(Math.min(1, (double) written / total));
            return size;
        }

        private void fill(ZipParts.Part part) throws IOException {
            long end = out.position();
            ByteBuffer head = ZipParts.head(part);
            for (long at = part.at(); head.hasRemaining(); ) {
                at += out.write(head, at);
            }
            out.position(end);
            parts.add(part);
        }
    }

    /**
     * Opens a file into an empty folder, as {@link ExportCheck} wants it; refuses every byte that is not where this writer puts it.
     *
     * @throws MalformedMedia with where the file differs from what this writer makes
     */
    public static Opened open(Path file, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("originals"));
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            List<ZipParts.Part> parts = ZipParts.read(in, NAME, MOST_PARTS);
            List<String> fixed = List.of(MANIFEST, PROOF, KEY, FOOTAGE);
            List<String> names = parts.stream().map(ZipParts.Part::name).toList();
            boolean ordered = names.size() >= fixed.size()
                    && names.subList(0, fixed.size()).equals(fixed)
                    && names.stream().distinct().count() == names.size();
            if (!ordered) {
                throw new MalformedMedia("the parts are not those of an export");
            }
            for (ZipParts.Part part : parts) {
                if (!part.name().equals(PROOF) && !part.name().equals(KEY)) {
                    copy(in, part, folder.resolve(part.name()));
                }
            }
            var proof = new Proof(text(in, parts.get(1)), text(in, parts.get(2)));
            return new Opened(manifest(folder), proof);
        }
    }

    private static void copy(FileChannel in, ZipParts.Part part, Path to) throws IOException {
        var crc = new CRC32();
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
            long at = part.content();
            for (long left = part.size(); left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, left));
                Box.readFully(in, piece, at);
                at += piece.flip().limit();
                crc.update(piece.duplicate());
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
        }
        if (crc.getValue() != part.crc()) {
            throw new MalformedMedia(part.name() + ": bytes changed");
        }
    }

    private static String text(FileChannel in, ZipParts.Part part) throws IOException {
        if (part.size() > LARGEST_TEXT) {
            throw new MalformedMedia(part.name() + " is too long");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) part.size());
        Box.readFully(in, bytes, part.content());
        var crc = new CRC32();
        crc.update(bytes.flip().duplicate());
        if (crc.getValue() != part.crc()) {
            throw new MalformedMedia(part.name() + ": bytes changed");
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }
}
