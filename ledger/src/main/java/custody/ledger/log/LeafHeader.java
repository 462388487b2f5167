package custody.ledger.log;

import custody.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A leaf without its digests: what a check of millions of leaves looks at. The digests were validated all the same.
 *
 * @param origin the ledger
 * @param index position in the tree, from 0
 * @param entryClass what kind of entry
 * @param time when recorded
 * @param token the newest external token known, or null
 * @param digests how many
 * @param payload SHA-256 of the encrypted payload, or null
 * @param facts class-specific facts in clear
 */
public record LeafHeader(
        Origin origin,
        long index,
        EntryClass entryClass,
        LeafTime time,
        @Nullable ExternalToken token,
        int digests,
        @Nullable Hash payload,
        ClearFacts facts) {}
