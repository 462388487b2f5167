package custody.video.mp4;

import custody.video.media.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes nested boxes into a growing array (ISO/IEC 14496-12 section 4.2); big-endian. */
public final class BoxWriter {
    private byte[] bytes = new byte[1024];
    private int length;

    /** Opens a box of a four letter type and gives the mark for {@link #close}. */
    public int open(String type) {
        int mark = length;
        u32(0).text(type);
        return mark;
    }

    /** Opens a box with version and flags. */
    public int openFull(String type, int version, int flags) {
        int mark = open(type);
        u32((long) version << 24 | flags);
        return mark;
    }

    public BoxWriter close(int mark) {
        return set32(mark, length - mark);
    }

    public BoxWriter u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public BoxWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public BoxWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public BoxWriter u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    public BoxWriter zeros(int count) {
        room(count);
        length += count;
        return this;
    }

    public BoxWriter text(String ascii) {
        return put(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    public BoxWriter put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    public BoxWriter put(Octets more) {
        return put(more.toArray());
    }

    /** Overwrites four bytes already written. */
    public BoxWriter set32(int at, long value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> (24 - 8 * i));
        }
        return this;
    }

    public int length() {
        return length;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
