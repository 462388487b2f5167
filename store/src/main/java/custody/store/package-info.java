/** Placeholder. */
@NullMarked
package custody.store;

import org.jspecify.annotations.NullMarked;
