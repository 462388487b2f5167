/** Shows that the demo day is whole, plausible, and acceptable to the record it is played on. */
@NullMarked
package custody.node.demo;

import org.jspecify.annotations.NullMarked;
