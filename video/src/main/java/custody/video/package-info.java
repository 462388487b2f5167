/** Placeholder. */
@NullMarked
package custody.video;

import org.jspecify.annotations.NullMarked;
