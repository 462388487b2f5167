/**
 * Tells open pages that something changed, by server-sent events without content.
 *
 * <p>Sees {@code record.desk.Changes} only; pages fetch what they may see themselves. Read docs/design/web.md.
 */
@NullMarked
package custody.web.live;

import org.jspecify.annotations.NullMarked;
