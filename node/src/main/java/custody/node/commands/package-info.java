/**
 * What can be typed after ./custody, one class a command.
 *
 * <p>Read docs/operating/running.md.
 */
@NullMarked
package custody.node.commands;

import org.jspecify.annotations.NullMarked;
