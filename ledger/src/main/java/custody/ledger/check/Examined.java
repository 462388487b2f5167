package custody.ledger.check;

import custody.ledger.Parsed;
import custody.ledger.log.LeafHeader;
import custody.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What one leaf says by itself, without its neighbours.
 *
 * @param stored as given
 * @param leafHash 32 bytes, computed from the bytes
 * @param header of the leaf, or why it has none
 * @param payloadHash computed from the payload, or null if there is none or it was not read
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step of a check, never compared
record Examined(
        StoredLeaf stored,
        byte[] leafHash,
        Parsed<LeafHeader> header,
        @Nullable Hash payloadHash) {}
