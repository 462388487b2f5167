package custody.store.records;

import custody.ledger.tree.Hash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One leaf to be written, and the ciphertext beside it.
 *
 * @param index place in the tree
 * @param leaf exact bytes
 * @param leafHash their hash in the tree
 * @param payload what stands beside it; null for an entry in clear
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record Row(long index, byte[] leaf, Hash leafHash, @Nullable Payloaded payload) {

    /**
     * A ciphertext and what stands with it.
     *
     * @param record record it concerns; null where none
     * @param version version of an event; 0 for others
     * @param key its key
     * @param ciphertext the bytes
     * @param hash SHA-256 of them, as in the leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Payloaded(@Nullable UUID record, int version, UUID key, byte[] ciphertext, Hash hash) {

        boolean event() {
            return version > 0;
        }
    }
}
