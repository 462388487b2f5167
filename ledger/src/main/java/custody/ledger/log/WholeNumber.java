package custody.ledger.log;

/** The whole numbers of our JSON: those every reader, also one with floating-point numbers only, reads exactly (RFC 7493 section 2.2). */
final class WholeNumber {
    static final long MOST = (1L << 53) - 1;

    private WholeNumber() {}

    static void require(long value) {
        if (value > MOST || value < -MOST) {
            throw new IllegalArgumentException("whole numbers are within 53 bits");
        }
    }

    static void requireNotNegative(long value) {
        if (value > MOST || value < 0) {
            throw new IllegalArgumentException("this number is from 0 to 2^53 - 1");
        }
    }
}
