package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base64url without padding (RFC 4648 section 5), strict: no padding, no line breaks, spare bits zero. */
final class Base64Url {
    /** Characters of 32 bytes. */
    static final int HASH_LENGTH = 43;

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = values();

    private Base64Url() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            values[ALPHABET[i]] = (byte) i;
        }
        return values;
    }

    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** The value of a character, or -1. */
    static int value(byte character) {
        return VALUES[character & 0xff];
    }

    /** Encodes; answers the position behind the last character. */
    static int encode(byte[] in, int from, int length, byte[] out, int at) {
        int i = from;
        int o = at;
        for (int whole = from + length / 3 * 3; i < whole; i += 3, o += 4) {
            int bits = ((in[i] & 0xff) << 16) | ((in[i + 1] & 0xff) << 8) | (in[i + 2] & 0xff);
            out[o] = ALPHABET[bits >> 18];
            out[o + 1] = ALPHABET[(bits >> 12) & 63];
            out[o + 2] = ALPHABET[(bits >> 6) & 63];
            out[o + 3] = ALPHABET[bits & 63];
        }
        int rest = from + length - i;
        if (rest > 0) {
            int bits = ((in[i] & 0xff) << 16) | (rest > 1 ? (in[i + 1] & 0xff) << 8 : 0);
            out[o++] = ALPHABET[bits >> 18];
            out[o++] = ALPHABET[(bits >> 12) & 63];
            if (rest > 1) {
                out[o++] = ALPHABET[(bits >> 6) & 63];
            }
        }
        return o;
    }

    /** Decodes {@code length} characters; gives up with BAD_BASE64. */
    static byte[] decode(byte[] in, int from, int length) {
        int tail = length % 4;
        if (tail == 1) {
            throw bad();
        }
        byte[] out = new byte[length / 4 * 3 + Math.max(0, tail - 1)];
        int bits = 0;
        int wrong = 0;
        int o = 0;
        for (int i = 0; i < length; i++) {
            int value = value(in[from + i]);
            wrong |= value;
            bits = (bits << 6) | (value & 63);
            if (i % 4 == 3) {
                out[o++] = (byte) (bits >> 16);
                out[o++] = (byte) (bits >> 8);
                out[o++] = (byte) bits;
            }
        }
        int spare = tail == 2 ? bits & 15 : tail == 3 ? bits & 3 : 0;
        if (wrong < 0 || spare != 0) {
            throw bad();
        }
        if (tail == 2) {
            out[o] = (byte) (bits >> 4);
        } else if (tail == 3) {
            out[o++] = (byte) (bits >> 10);
            out[o] = (byte) (bits >> 2);
        }
        return out;
    }

    /** Checks 43 characters of a hash: alphabet and spare bits. */
    static void requireHash(byte[] in, int from) {
        int wrong = 0;
        for (int i = from; i < from + HASH_LENGTH; i++) {
            wrong |= value(in[i]);
        }
        if (wrong < 0 || (value(in[from + HASH_LENGTH - 1]) & 3) != 0) {
            throw bad();
        }
    }

    /** Compares two hashes, given as their 43 checked characters, in the order of their bytes. */
    static int compareHashes(byte[] in, int one, int other) {
        int differs = Arrays.mismatch(in, one, one + HASH_LENGTH, in, other, other + HASH_LENGTH);
        return differs < 0 ? 0 : value(in[one + differs]) - value(in[other + differs]);
    }

    private static Malformed bad() {
        return new Malformed(Malformation.BAD_BASE64, "base64url without padding");
    }
}
