/** Placeholder. */
@NullMarked
package custody.node;

import org.jspecify.annotations.NullMarked;
