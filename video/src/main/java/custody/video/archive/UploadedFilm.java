package custody.video.archive;

import custody.video.archive.Uploads.Reason;
import custody.video.media.MalformedMedia;
import custody.video.mp4.Box;
import custody.video.mp4.BoxHeads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the content of an MP4 says of itself (ISO/IEC 14496-12), whatever its file is called.
 *
 * @param length of the film; zero where nobody knows
 * @param bytes of the file
 * @param coding four letters of the pictures' sample entry, {@code avc1} and such
 * @param made when the device says it was made; empty where it says nothing
 */
public record UploadedFilm(Duration length, long bytes, String coding, Optional<Instant> made) {
    /** Whatever says that it is longer is wrong. */
    static final Duration LONGEST = Duration.ofDays(7);

    static final Set<String> CODINGS = Set.of("avc1", "avc3", "hvc1", "hev1");
    /** Seconds from 1904 to 1970: times in these files count from 1904. */
    private static final long SINCE_1904 = 2_082_844_800L;

    private static final int LARGEST_HEAD = 64 * 1024 * 1024;

    /** A file of so many boxes is read whatever its size is. */
    private static final int FEW_BOXES = 100_000;

    /** Boxes of films are larger than this on average, also where each picture is a fragment of its own. */
    private static final int SMALLEST_USUAL = 512;

    /** What was found. */
    public sealed interface Inspected {
        record Film(UploadedFilm film) implements Inspected {}

        record Refused(Reason reason) implements Inspected {}
    }

    /** Walks the boxes of a file and reads its head; no picture is decoded. */
    public static Inspected inspect(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return inspect(in);
        } catch (MalformedMedia | IndexOutOfBoundsException | java.nio.BufferUnderflowException malformed) {
            return new Inspected.Refused(Reason.NOT_A_FILM);
        }
    }

    private static Inspected inspect(FileChannel in) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(8);
        if (in.size() < 16) {
            return new Inspected.Refused(Reason.NOT_A_FILM);
        }
        Box.readFully(in, beginning, 0);
        if (!type(beginning.flip(), 4).equals("ftyp")) {
            return new Inspected.Refused(Reason.NOT_A_FILM);
        }
        Walked walked;
        try {
            walked = Walked.through(in);
        } catch (MalformedMedia cut) {
            return new Inspected.Refused(Reason.CUT_OFF);
        }
        if (walked.tooMany()) {
            return new Inspected.Refused(Reason.TOO_MANY_PARTS);
        }
        Optional<Box> head = walked.head();
        if (head.isEmpty() || !walked.pictures() || head.get().length() > LARGEST_HEAD) {
            return new Inspected.Refused(head.isEmpty() || !walked.pictures() ? Reason.CUT_OFF : Reason.NOT_A_FILM);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) head.get().length());
        Box.readFully(in, bytes, head.get().at());
        return read(bytes.flip(), in, walked.fragments());
    }

    /** The boxes of a file side by side: one after the other, since a hostile file has millions. */
    private record Walked(Optional<Box> head, boolean pictures, boolean fragments, boolean tooMany) {
        static Walked through(FileChannel in) throws IOException {
            Optional<Box> head = Optional.empty();
            boolean pictures = false;
            boolean fragments = false;
            long at = 0;
            var heads = new BoxHeads(in);
            long most = mostBoxes(in.size());
            for (long count = 0; at < in.size(); count++) {
                if (count >= most) {
                    return new Walked(head, pictures, fragments, true);
                }
                Optional<Box> box = heads.read(at);
                if (box.isEmpty()) {
                    throw new MalformedMedia("bytes behind the last box");
                }
                String type = box.get().type();
                head = head.isEmpty() && type.equals("moov") ? box : head;
                pictures |= type.equals("mdat");
                fragments |= type.equals("moof");
                at = box.get().end();
            }
            return new Walked(head, pictures, fragments, false);
        }
    }

    /** Boxes side by side that a file of so many bytes may have. */
    static long mostBoxes(long size) {
        return Math.max(FEW_BOXES, size / SMALLEST_USUAL);
    }

    private static Inspected read(ByteBuffer head, FileChannel in, boolean fragments) throws IOException {
        Optional<String> coding = coding(head);
        if (coding.isEmpty()) {
            return new Inspected.Refused(Reason.NO_PICTURES);
        }
        Optional<Integer> header = find(head, "mvhd");
        if (header.isEmpty()) {
            return new Inspected.Refused(Reason.NOT_A_FILM);
        }
        int at = header.get();
        boolean wide = head.get(at) == 1;
        long made = wide ? head.getLong(at + 4) : head.getInt(at + 4) & 0xffffffffL;
        long scale = head.getInt(at + (wide ? 20 : 12)) & 0xffffffffL;
        long length = wide ? head.getLong(at + 24) : head.getInt(at + 16) & 0xffffffffL;
        boolean sound = scale > 0 && length >= 0 && length / scale < LONGEST.toSeconds();
        if (!sound) {
            return new Inspected.Refused(Reason.NOT_A_FILM);
        }
        Optional<Instant> told =
                made > SINCE_1904 ? Optional.of(Instant.ofEpochSecond(made - SINCE_1904)) : Optional.empty();
        // Where there are fragments the head counts at most the pictures before them.
        Duration film = (fragments ? FragmentedLength.of(in, head) : Optional.<Duration>empty())
                .orElse(Duration.ofMillis(length * 1_000 / scale));
        return new Inspected.Film(new UploadedFilm(film, in.size(), coding.get(), told));
    }

    /** The coding of the first track that has pictures; a film may begin with its sound. */
    private static Optional<String> coding(ByteBuffer head) {
        for (int at = indexOf(head, "stsd", 8); at >= 0; at = indexOf(head, "stsd", at + 4)) {
            String entry = type(head, at + 4 + 8 + 4);
            if (CODINGS.contains(entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Where the content of the first full box of that type begins, its version byte. */
    private static Optional<Integer> find(ByteBuffer head, String type) {
        int at = indexOf(head, type, 8);
        return at < 0 ? Optional.empty() : Optional.of(at + 4);
    }

    private static int indexOf(ByteBuffer in, String type, int from) {
        int wanted = ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt();
        for (int at = from; at + 4 <= in.limit(); at++) {
            if (in.getInt(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static String type(ByteBuffer in, int at) {
        var four = new byte[4];
        in.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }
}
