package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.tree.Hash;
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

    /** The character of the lowest six bits. */
    static int character(int bits) {
        return ALPHABET[bits & 63];
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
        int wrong = 0;
        int i = from;
        int o = 0;
        for (int whole = from + length - tail; i < whole; i += 4, o += 3) {
            int bits = (value(in[i]) << 18) | (value(in[i + 1]) << 12) | (value(in[i + 2]) << 6) | value(in[i + 3]);
            // A wrong character is -1, whose sign no shift and no other character takes away.
            wrong |= bits;
            out[o] = (byte) (bits >> 16);
            out[o + 1] = (byte) (bits >> 8);
            out[o + 2] = (byte) bits;
        }
        if (tail > 0) {
            int bits = (value(in[i]) << 12) | (value(in[i + 1]) << 6) | (tail == 3 ? value(in[i + 2]) : 0);
            wrong |= bits;
            out[o] = (byte) (bits >> 10);
            if (tail == 3) {
                out[o + 1] = (byte) (bits >> 2);
            }
            wrong |= (bits & (tail == 3 ? 3 : 1023)) == 0 ? 0 : -1;
        }
        if (wrong < 0) {
            throw bad();
        }
        return out;
    }

    /** Decodes the 43 characters of a hash; gives up with BAD_BASE64. */
    static Hash decodeHash(byte[] in, int from) {
        return Hash.of(decode(in, from, HASH_LENGTH));
    }

    private static Malformed bad() {
        return new Malformed(Malformation.BAD_BASE64, "base64url without padding");
    }
}
