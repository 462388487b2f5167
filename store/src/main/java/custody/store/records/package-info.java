/**
 * The append: one thread decides and prepares, one writes and commits, one reads back and answers; one transaction for event,
 * leaf, head and projections; and the desk's ports over it.
 *
 * <p>Sees {@code keys}, {@code payloads}, {@code ledger}, {@code database} of this room. Read docs/design/store.md.
 */
@NullMarked
package custody.store.records;

import org.jspecify.annotations.NullMarked;
