package custody.store.payloads;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; throws {@link IllegalArgumentException} where it could not have. One owner. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    byte raw() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("a payload that ends early");
        }
        return bytes[at++];
    }

    int count() {
        long count = unsigned();
        if (count < 0 || count > bytes.length) {
            throw new IllegalArgumentException("more than the payload can hold");
        }
        return (int) count;
    }

    long number() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte group = raw();
            value |= (long) (group & 0x7f) << shift;
            if (group >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number over 64 bits");
    }

    String text() {
        int length = count();
        if (at + length > bytes.length) {
            throw new IllegalArgumentException("a payload that ends early");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    void padding(int block) {
        boolean plain = bytes.length - at < block && bytes.length % block == 0;
        while (plain && at < bytes.length) {
            plain = bytes[at++] == 0;
        }
        if (!plain) {
            throw new IllegalArgumentException("something after the payload");
        }
    }
}
