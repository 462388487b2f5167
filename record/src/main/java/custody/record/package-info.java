/** Placeholder. */
@NullMarked
package custody.record;

import org.jspecify.annotations.NullMarked;
