package custody.video.mp4;

import custody.video.media.MalformedMedia;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box in a file.
 *
 * @param type four letters
 * @param at where its head begins
 * @param headLength 8, or 16 with a long size
 * @param length of the whole box
 */
public record Box(String type, long at, int headLength, long length) {
    static final int LONGEST_HEAD = 16;

    /** The first byte behind it. */
    public long end() {
        return at + length;
    }

    /** Reads the head of the box at {@code at}; empty when not even the head is there. Fails when the box reaches beyond {@code limit}. */
    public static Optional<Box> read(FileChannel file, long at, long limit) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
        readFully(file, head.limit((int) Math.min(LONGEST_HEAD, limit - at)), at);
        return of(head.flip(), at, limit);
    }

    /** The same of the bytes of its head, sixteen where the limit leaves so many. */
    static Optional<Box> of(ByteBuffer head, long at, long limit) throws MalformedMedia {
        if (limit - at < 8) {
            return Optional.empty();
        }
        long length = head.getInt() & 0xffffffffL;
        var type = new byte[4];
        head.get(type);
        int headLength = 8;
        if (length == 1 && head.remaining() == 8) {
            length = head.getLong();
            headLength = 16;
        }
        if (length < headLength || length > limit - at) {
            throw new MalformedMedia("box of " + length + " bytes at " + at);
        }
        return Optional.of(new Box(new String(type, StandardCharsets.ISO_8859_1), at, headLength, length));
    }

    /** All boxes side by side from {@code from} to {@code limit}, which must be filled exactly. */
    public static List<Box> all(FileChannel file, long from, long limit, int most) throws IOException {
        var boxes = new ArrayList<Box>();
        long at = from;
        while (at < limit) {
            Box box = read(file, at, limit).orElseThrow(() -> new MalformedMedia("bytes behind the last box"));
            if (boxes.size() >= most) {
                throw new MalformedMedia("too many boxes");
            }
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }

    /** The content behind the head, refused when larger than {@code most}. */
    public ByteBuffer content(FileChannel file, int most) throws IOException {
        if (length - headLength > most) {
            throw new MalformedMedia("box " + type + " too large");
        }
        ByteBuffer content = ByteBuffer.allocate((int) (length - headLength));
        readFully(file, content, at + headLength);
        return content.flip();
    }

    /** Fills the buffer from the file at {@code at}. */
    public static void readFully(FileChannel file, ByteBuffer into, long at) throws IOException {
        long from = at - into.position();
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new MalformedMedia("file ends early");
            }
        }
    }
}
