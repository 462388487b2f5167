package custody.video.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** What must be known of the boxes the masking process writes: the coding's name, and whether a fragment begins with a key frame. */
final class PaintedBoxes {
    private static final int NOT_KEY = 0x00010000;

    private PaintedBoxes() {}

    /** The coding in a {@code moov}. */
    static LiveMessage.Coding coding(ByteBuffer movie) throws IOException {
        ByteBuffer descriptions = movie.slice(8, movie.remaining() - 8);
        for (String type : new String[] {"trak", "mdia", "minf", "stbl", "stsd"}) {
            descriptions = child(descriptions, type).orElseThrow(() -> new IOException("no " + type));
        }
        ByteBuffer entry = descriptions.slice(8, descriptions.remaining() - 8);
        ByteBuffer decoder =
                child(entry.slice(86, entry.remaining() - 86), "avcC").orElseThrow(() -> new IOException("no avcC"));
        String codec = String.format(
                Locale.ROOT, "avc1.%02X%02X%02X", decoder.get(1) & 0xff, decoder.get(2) & 0xff, decoder.get(3) & 0xff);
        return new LiveMessage.Coding(codec, entry.getShort(32) & 0xffff, entry.getShort(34) & 0xffff);
    }

    /** Whether the first picture of a fragment, whose boxes before {@code mdat} these are, needs none before it. */
    static boolean key(ByteBuffer boxes) throws IOException {
        ByteBuffer track =
                child(boxes, "moof").flatMap(m -> child(m, "traf")).orElseThrow(() -> new IOException("no traf"));
        ByteBuffer run = child(track, "trun").orElseThrow(() -> new IOException("no trun"));
        int flags = run.getInt(0) & 0xffffff;
        int at = 8 + ((flags & 1) != 0 ? 4 : 0);
        if ((flags & 4) != 0) {
            return (run.getInt(at) & NOT_KEY) == 0;
        }
        if ((flags & 0x400) != 0) {
            int before = ((flags & 0x100) != 0 ? 4 : 0) + ((flags & 0x200) != 0 ? 4 : 0);
            return (run.getInt(at + before) & NOT_KEY) == 0;
        }
        ByteBuffer header = child(track, "tfhd").orElseThrow(() -> new IOException("no tfhd"));
        int has = header.getInt(0) & 0xffffff;
        if ((has & 0x20) == 0) {
            return false;
        }
        int skip = 8
                + ((has & 1) != 0 ? 8 : 0)
                + ((has & 2) != 0 ? 4 : 0)
                + ((has & 8) != 0 ? 4 : 0)
                + ((has & 0x10) != 0 ? 4 : 0);
        return (header.getInt(skip) & NOT_KEY) == 0;
    }

    private static Optional<ByteBuffer> child(ByteBuffer parent, String type) {
        int at = 0;
        while (parent.limit() - at >= 8) {
            int length = parent.getInt(at);
            if (length < 8 || length > parent.limit() - at) {
                return Optional.empty();
            }
            boolean same = true;
            for (int i = 0; i < 4; i++) {
                same &= parent.get(at + 4 + i) == type.charAt(i);
            }
            if (same) {
                return Optional.of(parent.slice(at + 8, length - 8));
            }
            at += length;
        }
        return Optional.empty();
    }
}
