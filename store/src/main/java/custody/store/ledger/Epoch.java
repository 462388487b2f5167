package custody.store.ledger;

import custody.ledger.log.Origin;
import custody.ledger.note.VerifierKey;

/**
 * One tree of this node.
 *
 * @param origin its name, with the epoch's number
 * @param key the key that its checkpoints verify with
 */
public record Epoch(Origin origin, VerifierKey key) {

    /** Counts from 1. */
    public int number() {
        return origin.epoch();
    }
}
