package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.time.Instant;

/**
 * The newest external token that the node knew when it recorded an entry: proof that the entry is not earlier.
 *
 * @param kind who vouches
 * @param digest SHA-256 of the token's exact bytes
 * @param at the time the token states, whole milliseconds
 */
public record ExternalToken(TokenKind kind, Hash digest, Instant at) {
    public ExternalToken {
        UtcMillis.require(at);
    }
}
