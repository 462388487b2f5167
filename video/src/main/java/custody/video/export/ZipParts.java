package custody.video.export;

import custody.video.media.MalformedMedia;
import custody.video.mp4.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The heads and the directory of a zip whose parts are stored as they are (APPNOTE.TXT 6.3.10): always with 64-bit sizes, always
 * the same time, nothing that could vary. Reading compares every byte with what writing would give.
 */
final class ZipParts {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END = 0x06054b50;
    private static final short NEEDS = 45;
    /** Names are UTF-8. */
    private static final short FLAGS = 0x0800;
    /** 1 January 1980, the first day a zip knows: when a part was made says the manifest. */
    private static final short FIRST_DAY = 0x21;

    private static final short EXTRA_64 = 1;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_NAME = 64;

    private ZipParts() {}

    /** One part: its name, where its head begins, its size and CRC-32. */
    record Part(String name, long at, long size, long crc) {
        /** Where its content begins. */
        long content() {
            return at + LOCAL_LENGTH + name.length() + 20;
        }

        /** The first byte behind it. */
        long end() {
            return content() + size;
        }
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The head before a part's content. */
    static ByteBuffer head(Part part) {
        byte[] name = part.name().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = little(LOCAL_LENGTH + name.length + 20);
        out.putInt(LOCAL).putShort(NEEDS).putShort(FLAGS).putShort((short) 0);
        out.putShort((short) 0).putShort(FIRST_DAY).putInt((int) part.crc());
        out.putInt(-1)
                .putInt(-1)
                .putShort((short) name.length)
                .putShort((short) 20)
                .put(name);
        out.putShort(EXTRA_64).putShort((short) 16).putLong(part.size()).putLong(part.size());
        return out.flip();
    }

    /** Everything behind the last part, which ends at {@code at}. */
    static ByteBuffer directory(List<Part> parts, long at) {
        int central =
                parts.stream().mapToInt(part -> 46 + part.name().length() + 28).sum();
        ByteBuffer out = little(central + 56 + 20 + 22);
        for (Part part : parts) {
            byte[] name = part.name().getBytes(StandardCharsets.US_ASCII);
            out.putInt(CENTRAL).putShort(NEEDS).putShort(NEEDS).putShort(FLAGS).putShort((short) 0);
            out.putShort((short) 0).putShort(FIRST_DAY).putInt((int) part.crc());
            out.putInt(-1).putInt(-1).putShort((short) name.length).putShort((short) 28);
            out.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(-1)
                    .put(name);
            out.putShort(EXTRA_64)
                    .putShort((short) 24)
                    .putLong(part.size())
                    .putLong(part.size())
                    .putLong(part.at());
        }
        out.putInt(END_64).putLong(44).putShort(NEEDS).putShort(NEEDS).putInt(0).putInt(0);
        out.putLong(parts.size()).putLong(parts.size()).putLong(central).putLong(at);
        out.putInt(LOCATOR_64).putInt(0).putLong(at + central).putInt(1);
        out.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) -1)
                .putShort((short) -1);
        out.putInt(-1).putInt(-1).putShort((short) 0);
        return out.flip();
    }

    /** The parts of a file; contents are not read. Fails where a byte is not what writing would give. */
    static List<Part> read(FileChannel in, Pattern names, int most) throws IOException {
        var parts = new ArrayList<Part>();
        long at = 0;
        ByteBuffer first = little(LOCAL_LENGTH + LONGEST_NAME + 20);
        while (parts.size() < most && peek(in, at) == LOCAL) {
            first.clear().limit((int) Math.min(first.capacity(), in.size() - at));
            Box.readFully(in, first, at);
            Part part = part(first.flip(), at, names);
            if (part.size() < 0 || part.end() > in.size()) {
                throw new MalformedMedia("part " + part.name() + " is not whole");
            }
            parts.add(part);
            at = part.end();
        }
        ByteBuffer directory = directory(parts, at);
        ByteBuffer found = little((int) Math.min(directory.remaining() + 1L, in.size() - at));
        Box.readFully(in, found, at);
        if (!found.flip().equals(directory)) {
            throw new MalformedMedia("the directory of the file changed");
        }
        return parts;
    }

    private static int peek(FileChannel in, long at) throws IOException {
        if (at + 4 > in.size()) {
            return 0;
        }
        ByteBuffer four = little(4);
        Box.readFully(in, four, at);
        return four.getInt(0);
    }

    private static Part part(ByteBuffer head, long at, Pattern names) throws MalformedMedia {
        if (head.limit() < LOCAL_LENGTH + 21) {
            throw new MalformedMedia("head of a part at byte " + at);
        }
        int length = head.getShort(26);
        if (length < 1 || length > LONGEST_NAME || LOCAL_LENGTH + length + 20 > head.limit()) {
            throw new MalformedMedia("name of a part at byte " + at);
        }
        var name = new byte[length];
        head.get(LOCAL_LENGTH, name);
        String text = new String(name, StandardCharsets.ISO_8859_1);
        long size = head.getLong(LOCAL_LENGTH + length + 4);
        var part = new Part(text, at, size, head.getInt(14) & 0xffffffffL);
        ByteBuffer expected = head(part);
        if (!names.matcher(text).matches() || !expected.equals(head.slice(0, expected.remaining()))) {
            throw new MalformedMedia("head of a part at byte " + at);
        }
        return part;
    }
}
