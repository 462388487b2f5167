/** Placeholder. */
@NullMarked
package custody.web;

import org.jspecify.annotations.NullMarked;
