/**
 * What happened: every kind of event as an immutable type, and the words all kinds share.
 *
 * <p>One sealed interface a group, its kinds nested in the same file, so that a new kind is one record in one file and
 * its two texts. Sees nothing but the JDK. Read docs/design/record.md.
 */
@NullMarked
package custody.record.events;

import org.jspecify.annotations.NullMarked;
