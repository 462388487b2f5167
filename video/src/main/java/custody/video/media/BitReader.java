package custody.video.media;

/** Reads the raw byte sequence payload of a unit bit by bit, with the emulation prevention bytes taken out (H.264 section 7.3.1). */
final class BitReader {
    private final byte[] bytes;
    private final int bits;
    private int position;

    private BitReader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.bits = length * 8;
    }

    /** A reader of the unit behind its header of {@code headerLength} bytes. */
    static BitReader ofUnit(Octets unit, int headerLength) {
        var payload = new byte[unit.length()];
        int length = 0;
        int zeros = 0;
        for (int i = headerLength; i < unit.length(); i++) {
            int value = unit.at(i);
            if (zeros >= 2 && value == 3) {
                zeros = 0;
                continue;
            }
            payload[length++] = (byte) value;
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return new BitReader(payload, length);
    }

    /** An unsigned number of {@code count} bits, at most 32. */
    long bits(int count) throws MalformedMedia {
        if (count > bits - position) {
            throw new MalformedMedia("parameter set ends early");
        }
        long value = 0;
        for (int i = 0; i < count; i++, position++) {
            value = (value << 1) | ((bytes[position >> 3] >> (7 - (position & 7))) & 1);
        }
        return value;
    }

    boolean flag() throws MalformedMedia {
        return bits(1) == 1;
    }

    void skip(int count) throws MalformedMedia {
        if (count > bits - position) {
            throw new MalformedMedia("parameter set ends early");
        }
        position += count;
    }

    /** Unsigned Exp-Golomb, at most {@code limit}. */
    int golomb(int limit) throws MalformedMedia {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > 31) {
                throw new MalformedMedia("number in a parameter set too long");
            }
        }
        long value = (1L << zeros) - 1 + bits(zeros);
        if (value > limit) {
            throw new MalformedMedia("number in a parameter set out of range");
        }
        return (int) value;
    }

    /** Signed Exp-Golomb. */
    int signedGolomb() throws MalformedMedia {
        int code = golomb(Integer.MAX_VALUE);
        return (code & 1) == 1 ? code / 2 + 1 : -(code / 2);
    }
}
