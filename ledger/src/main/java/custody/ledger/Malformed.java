package custody.ledger;

/**
 * The fault form of {@link Parsed.Refused}, for callers to whom malformed bytes are a fault and not an answer
 * (a store that reads back what it wrote). Never leaves a parser of this module by itself.
 */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Malformation reason;

    /** The detail names a place and a rule, never the content that was read. */
    public Malformed(Malformation reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Malformation reason() {
        return reason;
    }
}
