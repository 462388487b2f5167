/**
 * Files of the data folder: written durably, readable by their owner only, held by one live node.
 *
 * <p>Sees {@code faults}. Read docs/design/store.md, part "The data folder".
 */
@NullMarked
package custody.store.files;

import org.jspecify.annotations.NullMarked;
