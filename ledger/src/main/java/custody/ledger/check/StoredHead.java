package custody.ledger.check;

import custody.ledger.tree.Frontier;
import custody.ledger.tree.TreeHead;

/**
 * The tree state as it is stored.
 *
 * @param head size and root
 * @param frontier the encoded frontier
 */
@SuppressWarnings("ArrayRecordComponent") // lent for one call, never compared, never kept
public record StoredHead(TreeHead head, byte[] frontier) {
    /** What a store holds before its first entry. */
    public static StoredHead empty() {
        return new StoredHead(TreeHead.EMPTY, new Frontier().encode());
    }
}
