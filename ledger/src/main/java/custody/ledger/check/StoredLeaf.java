package custody.ledger.check;

import custody.ledger.tree.Hash;

/**
 * A leaf as it is stored. The arrays are lent for the call and not kept.
 *
 * @param index where it is stored
 * @param bytes the leaf
 * @param leafHash the leaf hash stored with it, 32 bytes
 * @param payload what is stored as its payload
 */
@SuppressWarnings("ArrayRecordComponent") // lent for one call, never compared, never kept
public record StoredLeaf(long index, byte[] bytes, byte[] leafHash, StoredPayload payload) {
    public StoredLeaf {
        if (leafHash.length != Hash.BYTES) {
            throw new IllegalArgumentException("a leaf hash has 32 bytes");
        }
    }
}
