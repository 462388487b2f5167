/**
 * The append: one thread decides and prepares, one commits and reads back, in one transaction for event, leaf, head and
 * projections; and the desk's ports over it.
 *
 * <p>Sees {@code keys}, {@code payloads}, {@code ledger}, {@code database} of this room. Read docs/design/store.md.
 */
@NullMarked
package custody.store.records;

import org.jspecify.annotations.NullMarked;
