package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.util.Arrays;

/**
 * Writes our JSON in its only form: UTF-8, no spaces, strings escaped as in RFC 8785 section 3.2.2.2, whole numbers.
 * By hand because it runs for each entry; one owner.
 */
final class CanonicalWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LONGEST_NUMBER = 17;
    private static final int LONGEST_ESCAPE = 6;

    private byte[] out;
    private int length;

    CanonicalWriter(int capacity) {
        out = new byte[capacity];
    }

    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }

    int length() {
        return length;
    }

    /** Begins anew in the same room. */
    CanonicalWriter clear() {
        length = 0;
        return this;
    }

    /** The characters written, as base64url into a buffer of the caller's; answers how long they are. */
    int base64url(byte[] target) {
        return Base64Url.encode(out, 0, length, target, 0);
    }

    /** The characters written, as base64url. */
    byte[] base64url() {
        byte[] encoded = new byte[Base64Url.encodedLength(length)];
        Base64Url.encode(out, 0, length, encoded, 0);
        return encoded;
    }

    private void room(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }

    CanonicalWriter raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, out, length, ascii.length);
        length += ascii.length;
        return this;
    }

    CanonicalWriter raw(char ascii) {
        room(1);
        out[length++] = (byte) ascii;
        return this;
    }

    /** Characters known to be ASCII that need no escape, without quotes. */
    CanonicalWriter ascii(String plain) {
        int count = plain.length();
        room(count);
        for (int i = 0; i < count; i++) {
            out[length + i] = (byte) plain.charAt(i);
        }
        length += count;
        return this;
    }

    CanonicalWriter number(long value) {
        room(LONGEST_NUMBER);
        if (value < 0) {
            out[length++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long ten = 10; rest >= ten; ten *= 10) {
            digits++;
        }
        for (int i = length + digits - 1; i >= length; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    CanonicalWriter time(long epochMillis) {
        room(UtcMillis.LENGTH);
        UtcMillis.write(epochMillis, out, length);
        length += UtcMillis.LENGTH;
        return this;
    }

    CanonicalWriter hex(long bits) {
        room(Long.BYTES * 2);
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            out[length++] = HEX[(int) (bits >>> shift) & 15];
        }
        return this;
    }

    CanonicalWriter base64url(byte[] bytes, int from, int count) {
        room(Base64Url.encodedLength(count));
        length = Base64Url.encode(bytes, from, count, out, length);
        return this;
    }

    /** A hash as base64url with quotes; {@code scratch} has room for 32 bytes. */
    CanonicalWriter hash(Hash hash, byte[] scratch) {
        hash.copyTo(scratch, 0);
        return raw('"').base64url(scratch, 0, Hash.BYTES).raw('"');
    }

    /** A string with quotes. The caller has refused lone surrogates. */
    CanonicalWriter string(String text) {
        int count = text.length();
        room(count * LONGEST_ESCAPE + 2);
        out[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                out[length++] = (byte) c;
            } else if (c < 0x80) {
                escaped(c);
            } else if (Character.isHighSurrogate(c)) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                utf8(c);
            }
        }
        out[length++] = '"';
        return this;
    }

    private void escaped(char c) {
        int at = "\b\t\n\f\r\"\\".indexOf(c);
        if (at >= 0) {
            out[length++] = '\\';
            out[length++] = (byte) "btnfr\"\\".charAt(at);
        } else if (c == 0x7f) {
            out[length++] = 0x7f;
        } else {
            for (char fixed : new char[] {'\\', 'u', '0', '0'}) {
                out[length++] = (byte) fixed;
            }
            out[length++] = HEX[c >> 4];
            out[length++] = HEX[c & 15];
        }
    }

    private void utf8(int point) {
        if (point < 0x800) {
            out[length++] = (byte) (0xc0 | (point >> 6));
        } else {
            if (point < 0x10000) {
                out[length++] = (byte) (0xe0 | (point >> 12));
            } else {
                out[length++] = (byte) (0xf0 | (point >> 18));
                out[length++] = (byte) (0x80 | ((point >> 12) & 63));
            }
            out[length++] = (byte) (0x80 | ((point >> 6) & 63));
        }
        out[length++] = (byte) (0x80 | (point & 63));
    }
}
