package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.tree.Hash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in bytes that are read strictly from left to right; gives up with {@link Malformed}. One owner. */
final class ByteCursor {
    /** Digits of 2^53. */
    private static final int LONGEST_NUMBER = 16;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

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
        if (end <= bytes.length && same(bytes, at, literal)) {
            at = end;
            return true;
        }
        return false;
    }

    /** Eight bytes at a time, the last eight perhaps twice: literals are short, and most leaves pass through here. */
    private static boolean same(byte[] in, int from, byte[] literal) {
        int last = literal.length - Long.BYTES;
        if (last < 0) {
            return Arrays.equals(in, from, from + literal.length, literal, 0, literal.length);
        }
        long difference = (long) EIGHT.get(in, from + last) ^ (long) EIGHT.get(literal, last);
        for (int i = 0; i < last; i += Long.BYTES) {
            difference |= (long) EIGHT.get(in, from + i) ^ (long) EIGHT.get(literal, i);
        }
        return difference == 0;
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
        byte[] in = bytes;
        int from = at;
        int end = Math.min(in.length, from + LONGEST_NUMBER + 1);
        int i = from;
        long value = 0;
        while (i < end && in[i] >= '0' && in[i] <= '9') {
            value = value * 10 + in[i] - '0';
            i++;
        }
        at = i;
        boolean leadingZero = i - from > 1 && in[from] == '0';
        if (i == from || i - from > LONGEST_NUMBER || value > WholeNumber.MOST || leadingZero) {
            throw bad();
        }
        return value;
    }

    private Malformed bad() {
        return new Malformed(Malformation.BAD_NUMBER, "a whole number within 53 bits before byte " + at);
    }

    /** Epoch milliseconds. */
    long time() {
        return minute() + millisOfMinute();
    }

    /** The first part of a time, up to and with the minute's colon: epoch milliseconds of that minute. */
    long minute() {
        need(UtcMillis.LENGTH);
        long minute = UtcMillis.readMinute(bytes, at);
        at += UtcMillis.MINUTE_LENGTH;
        return minute;
    }

    /** The rest of a time, behind {@link #minute}. */
    long millisOfMinute() {
        int length = UtcMillis.LENGTH - UtcMillis.MINUTE_LENGTH;
        need(length);
        long millis = UtcMillis.readMillisOfMinute(bytes, at);
        at += length;
        return millis;
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
        Hash hash = Base64Url.decodeHash(bytes, at);
        at += Base64Url.HASH_LENGTH;
        expect('"');
        return hash;
    }
}
