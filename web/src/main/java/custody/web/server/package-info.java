/**
 * How answers go over the line, whatever they say: compression, and nothing used twice.
 *
 * <p>Sees nothing else of the pages. Read docs/decisions/0006-answers-compressed-as-a-whole.md.
 */
@NullMarked
package custody.web.server;

import org.jspecify.annotations.NullMarked;
