/** Placeholder. */
@NullMarked
package custody.ledger;

import org.jspecify.annotations.NullMarked;
