/**
 * Where the program's settings come from, and what they must be.
 *
 * <p>Read docs/operating/running.md.
 */
@NullMarked
package custody.node.configuration;

import org.jspecify.annotations.NullMarked;
