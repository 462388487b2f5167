package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in bytes that are read strictly from left to right; gives up with {@link Malformed}. One owner. */
final class ByteCursor {
    private byte[] bytes = new byte[0];
    private int at;

    void reset(byte[] fresh) {
        bytes = fresh;
        at = 0;
    }

    int at() {
        return at;
    }

    /** The bytes from a place passed before up to here. */
    byte[] since(int from) {
        return Arrays.copyOfRange(bytes, from, at);
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    /** The byte here, or 0 at the end (0 is never allowed content). */
    byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    void need(int count) {
        if (bytes.length - at < count) {
            throw new Malformed(Malformation.TRUNCATED, "ends within byte " + at);
        }
    }

    boolean next(byte[] literal) {
        int end = at + literal.length;
        if (end <= bytes.length && Arrays.equals(bytes, at, end, literal, 0, literal.length)) {
            at = end;
            return true;
        }
        return false;
    }

    void expect(byte[] literal) {
        if (!next(literal)) {
            boolean cut = bytes.length - at < literal.length;
            throw new Malformed(
                    cut ? Malformation.TRUNCATED : Malformation.NOT_CANONICAL, "not the form at byte " + at);
        }
    }

    void expect(char ascii) {
        need(1);
        if (bytes[at] != ascii) {
            throw new Malformed(Malformation.NOT_CANONICAL, "not the form at byte " + at);
        }
        at++;
    }

    /** Moves to the next quote; answers where it stands. */
    int toQuote() {
        int from = at;
        while (at < bytes.length && bytes[at] != '"') {
            at++;
        }
        if (at == bytes.length) {
            throw new Malformed(Malformation.TRUNCATED, "a string does not end after byte " + from);
        }
        return at;
    }

    /** The ASCII characters from here to the next quote; the caller checks them. */
    String toQuoteText() {
        int from = at;
        return new String(bytes, from, toQuote() - from, StandardCharsets.ISO_8859_1);
    }

    /** A whole number within 53 bits, without leading zeroes, plus or minus zero. */
    long number() {
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        long value = notNegative();
        if (negative && value == 0) {
            throw bad();
        }
        return negative ? -value : value;
    }

    /** A whole number from 0 to 2^53 - 1 without leading zeroes. */
    long notNegative() {
        int from = at;
        long value = 0;
        for (byte digit = peek(); digit >= '0' && digit <= '9'; digit = peek()) {
            value = value * 10 + digit - '0';
            at++;
            if (value > WholeNumber.MOST || (at - from > 1 && bytes[from] == '0')) {
                throw bad();
            }
        }
        if (at == from) {
            throw bad();
        }
        return value;
    }

    private Malformed bad() {
        return new Malformed(Malformation.BAD_NUMBER, "a whole number within 53 bits before byte " + at);
    }

    long time() {
        need(UtcMillis.LENGTH);
        long time = UtcMillis.read(bytes, at);
        at += UtcMillis.LENGTH;
        return time;
    }

    /** 16 lower-case hexadecimal digits. */
    long hex() {
        need(Long.BYTES * 2);
        long bits = 0;
        for (int i = 0; i < Long.BYTES * 2; i++) {
            byte c = bytes[at++];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                throw new Malformed(Malformation.BAD_NAME, "16 lower-case hexadecimal digits before byte " + at);
            }
            bits = (bits << 4) | digit;
        }
        return bits;
    }

    /** A quoted hash in base64url. */
    Hash hash() {
        expect('"');
        need(Base64Url.HASH_LENGTH);
        Hash hash = Hash.of(Base64Url.decode(bytes, at, Base64Url.HASH_LENGTH));
        at += Base64Url.HASH_LENGTH;
        expect('"');
        return hash;
    }
}
