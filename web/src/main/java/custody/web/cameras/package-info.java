/**
 * Cameras as an administrator sets them up: where they hang, what they show, where their stream is, with a try before it is
 * saved. Passwords go in and never come out.
 *
 * <p>Sees {@code video}'s ports, {@code record.places} and the rest of the web room. Read docs/design/archive.md, part "Cameras".
 */
@NullMarked
package custody.web.cameras;

import org.jspecify.annotations.NullMarked;
