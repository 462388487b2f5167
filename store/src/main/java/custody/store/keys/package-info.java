/**
 * Keys: the keystore file with wrapping keys, signing seeds and index keys, and the data keys that it wraps. Key bytes
 * never leave this package; others hold opaque values that seal, open and commit.
 *
 * <p>Sees {@code faults}, {@code files}, and the ledger's commitments. Read docs/design/keys.md.
 */
@NullMarked
package custody.store.keys;

import org.jspecify.annotations.NullMarked;
