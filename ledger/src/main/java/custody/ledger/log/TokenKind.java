package custody.ledger.log;

import java.util.Optional;

/** Who vouches for the time of an {@link ExternalToken}. */
public enum TokenKind {
    /** A cosignature of another party over a checkpoint of this ledger (C2SP tlog-cosignature). */
    COSIGNATURE("cosignature"),
    /** A time-stamp token (RFC 3161). */
    TIMESTAMP("timestamp"),
    /** A Roughtime response. */
    ROUGHTIME("roughtime");

    private final String wire;

    TokenKind(String wire) {
        this.wire = wire;
    }

    /** The word in the leaf. */
    public String wire() {
        return wire;
    }

    /** The kind of a word, if there is one. */
    public static Optional<TokenKind> of(String wire) {
        for (TokenKind each : values()) {
            if (each.wire.equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
