package custody.store.payloads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows bytes: lengths and numbers as base-128, lowest group first; text as UTF-8 with its length. One owner. */
final class ByteWriter {
    private static final int START = 512;

    private byte[] bytes = new byte[START];
    private int length;

    void raw(byte value) {
        room(1);
        bytes[length++] = value;
    }

    void count(int count) {
        unsigned(count);
    }

    void number(long number) {
        unsigned((number << 1) ^ (number >> 63));
    }

    private void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    byte[] padded(int block) {
        return Arrays.copyOf(bytes, (length + block - 1) / block * block);
    }
}
