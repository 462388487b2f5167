/**
 * The ledger as it stands in the database: epochs, tiles, the signer with its memory of what it signed, and the view that
 * the world may fetch.
 *
 * <p>Sees {@code keys}, {@code database}, {@code files} of this room and the {@code ledger} room. Read
 * docs/design/store.md, part "Sealing".
 */
@NullMarked
package custody.store.ledger;

import org.jspecify.annotations.NullMarked;
