/**
 * What the desk asks of the rest of the house: ports, as plural nouns, and the values that pass through them.
 *
 * <p>Pages and API call these; {@code store} keeps what they promise. Sees the other packages of this room. Read
 * docs/architecture.md and docs/design/store.md.
 */
@NullMarked
package custody.record.desk;

import org.jspecify.annotations.NullMarked;
