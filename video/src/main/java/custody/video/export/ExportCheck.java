package custody.video.export;

import custody.video.archive.SegmentRoot;
import custody.video.archive.Sha256;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Box;
import custody.video.mp4.FragmentHead;
import custody.video.recorder.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks an export without any network and without trusting it: every fragment hashes to its segment's root, the film is made of
 * exactly the pictures of those fragments, and nothing is there that the manifest does not name. Of a painted film it checks that
 * it is the one the manifest names, with as many pictures as the originals that were withheld, and that their hashes lead to the
 * roots. The roots it answers are what the ledger must confirm.
 */
public final class ExportCheck {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int PAINTED = 2;
    private static final Set<String> VERSIONS = Set.of("1", "2");

    /** What the check found. */
    public sealed interface Outcome {
        /**
         * All agrees; {@code roots} by sequence number of the segments are to be looked up in the ledger. {@code masks} is 0 where
         * the film is made of the originals' own pictures, else how many parts of it are painted over.
         */
        record Agrees(Map<Long, Octets> roots, long pictures, int masks) implements Outcome {}

        /** What does not agree, and where. */
        record Differs(String what) implements Outcome {}
    }

    private final Path folder;
    private final Sha256 sha = new Sha256();
    private final Sha256 pictures = new Sha256();
    private long shown;
    private int masks;

    private ExportCheck(Path folder) {
        this.folder = folder;
    }

    public static Outcome of(Path folder) throws IOException {
        try {
            return new ExportCheck(folder).check();
        } catch (MalformedMedia | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return new Outcome.Differs("cannot be read: " + malformed.getMessage());
        }
    }

    private Outcome check() throws IOException {
        var lines = new ArrayList<Line>();
        for (String text : Files.readAllLines(folder.resolve("manifest.txt"))) {
            Optional<Line> line = Line.parse(text);
            if (line.isEmpty()) {
                return new Outcome.Differs("manifest line " + (lines.size() + 1));
            }
            lines.add(line.get());
        }
        if (lines.isEmpty()
                || !lines.getFirst().verb().equals("export")
                || !VERSIONS.contains(lines.getFirst().field("version"))) {
            return new Outcome.Differs("manifest's first line");
        }
        boolean painted = lines.getFirst().number("version") == PAINTED;
        var roots = new TreeMap<Long, Octets>();
        var lengths = new TreeMap<String, Long>();
        Line segment = lines.getFirst();
        for (Line line : lines) {
            Optional<String> wrong = Optional.empty();
            switch (line.verb()) {
                case "segment" -> {
                    segment = line;
                    roots.put(line.number("sequence"), Octets.ofHex(line.field("root")));
                    if (painted) {
                        wrong = leads(line, segment, Octets.ofHex(line.field("hash")), 0);
                    } else {
                        wrong = part(line, segment, 0, line.number("initialisation"), 0);
                        lengths.put(line.field("file"), line.number("initialisation"));
                    }
                }
                case "mask" -> masks++;
                case "withheld" -> {
                    wrong = painted
                            ? leads(line, segment, Octets.ofHex(line.field("hash")), line.number("leaf"))
                            : Optional.of("originals are withheld from a film that is not painted");
                    shown += Math.max(0, line.number("shown"));
                }
                case "fragment" -> {
                    wrong = part(line, segment, line.number("at"), line.number("length"), line.number("leaf"));
                    if (wrong.isEmpty()) {
                        wrong = shownPictures(line);
                    }
                    lengths.merge(line.field("file"), line.number("length"), Long::sum);
                }
                default -> {
                    // Gaps and what later versions add are read by people.
                }
            }
            if (wrong.isPresent()) {
                return new Outcome.Differs(wrong.get());
            }
        }
        if (painted != masks > 0 || (painted && !lengths.isEmpty())) {
            return new Outcome.Differs("the manifest's masks");
        }
        Line first = lines.getFirst();
        Optional<String> wrong = (painted ? paintedFilm(first) : film(first)).or(() -> others(lengths));
        long pictures = painted ? first.number("pictures") : shown;
        return wrong.isPresent() ? new Outcome.Differs(wrong.get()) : new Outcome.Agrees(roots, pictures, masks);
    }

    private ByteBuffer read(String file, long at, long length) throws IOException {
        if (!file.matches("originals/\\d{1,18}\\.mp4|footage\\.mp4") || length < 1 || length > LARGEST || at < 0) {
            throw new MalformedMedia("manifest names " + file);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        try (FileChannel in = FileChannel.open(folder.resolve(file), StandardOpenOption.READ)) {
            Box.readFully(in, bytes, at);
        }
        return bytes.flip();
    }

    private Optional<String> part(Line line, Line segment, long at, long length, long leaf) throws IOException {
        String where = line.field("file") + " at byte " + at;
        if (!line.field("file").equals(segment.field("file"))) {
            return Optional.of(where + ": not of the segment before it");
        }
        Octets hash = sha.of(read(line.field("file"), at, length));
        if (!hash.hex().equals(line.field("hash"))) {
            return Optional.of(where + ": bytes changed");
        }
        return leads(line, segment, hash, leaf);
    }

    /** Whether a hash leads to the segment's root by the line's path. */
    private static Optional<String> leads(Line line, Line segment, Octets hash, long leaf) {
        List<Octets> path = Arrays.stream(line.field("path").split(",", -1))
                .filter(h -> !h.isEmpty())
                .map(Octets::ofHex)
                .toList();
        Octets root = SegmentRoot.rootFrom(hash, leaf, segment.number("leaves"), path);
        return root.hex().equals(segment.field("root"))
                ? Optional.empty()
                : Optional.of("segment " + segment.field("sequence") + ", leaf " + leaf
                        + ": does not lead to the segment's root");
    }

    /** Adds the pictures of a fragment that are in the film to the hash that the film's data must have. */
    private Optional<String> shownPictures(Line line) throws IOException {
        ByteBuffer bytes = read(line.field("file"), line.number("at"), line.number("length"));
        int headAt = bytes.getInt(0);
        int headLength = bytes.getInt(headAt);
        FragmentHead head = FragmentHead.parse(bytes.slice(headAt + 8, headLength - 8));
        int count = (int) line.number("shown");
        if (count < 1 || count > head.samples().size()) {
            return Optional.of("pictures shown of " + line.field("file"));
        }
        int length = head.samples().subList(0, count).stream()
                .mapToInt(FragmentHead.Sample::size)
                .sum();
        pictures.add(bytes.slice(headAt + headLength + 8, length));
        shown += count;
        return Optional.empty();
    }

    private Optional<String> film(Line export) throws IOException {
        Path footage = folder.resolve("footage.mp4");
        if (!Exporting.hash(footage).hex().equals(export.field("footage"))) {
            return Optional.of("footage.mp4 changed");
        }
        try (FileChannel in = FileChannel.open(footage, StandardOpenOption.READ)) {
            Box data = Box.all(in, 0, in.size(), 8).getLast();
            var film = new Sha256();
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            for (long at = data.at() + data.headLength(); at < data.end(); at += piece.limit()) {
                piece.clear().limit((int) Math.min(piece.capacity(), data.end() - at));
                Box.readFully(in, piece, at);
                film.add(piece.flip());
            }
            boolean same = data.type().equals("mdat")
                    && film.end().equals(pictures.end())
                    && shown == export.number("pictures");
            return same ? Optional.empty() : Optional.of("footage.mp4 has other pictures than the originals");
        }
    }

    private Optional<String> paintedFilm(Line export) throws IOException {
        Path footage = folder.resolve("footage.mp4");
        if (!Exporting.hash(footage).hex().equals(export.field("footage"))) {
            return Optional.of("footage.mp4 changed");
        }
        try (FileChannel in = FileChannel.open(footage, StandardOpenOption.READ)) {
            long pictures = export.number("pictures");
            boolean same = PaintedPictures.count(in) == pictures
                    && shown - export.number("before") == pictures
                    && pictures > 0;
            return same ? Optional.empty() : Optional.of("footage.mp4 has not as many pictures as the originals");
        }
    }

    /** Nothing more and nothing longer than the manifest says. */
    private Optional<String> others(Map<String, Long> lengths) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                Long length = lengths.get(name);
                boolean known = name.equals("manifest.txt")
                        || name.equals("footage.mp4")
                        || (length != null && length == Files.size(file));
                if (!known) {
                    return Optional.of(name + ": not as the manifest says");
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of("folder cannot be read");
        }
    }
}
