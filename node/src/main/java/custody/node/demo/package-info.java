/**
 * A day of a busy facility with invented people: the facility, its officers, the cast, and the day as steps that are
 * played through the same commands as the API.
 *
 * <p>Generating is pure (seed and turn in, steps out); only playing touches the world. Sees {@code record} and, for
 * playing, HTTP. Read docs/design/demo.md.
 */
@NullMarked
package custody.node.demo;

import org.jspecify.annotations.NullMarked;
