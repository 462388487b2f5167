/**
 * Tells open pages that something changed, by server-sent events without content.
 *
 * <p>Sees the changes and alerts of {@code record.desk} only; pages fetch what they may see themselves. Read docs/design/web.md.
 */
@NullMarked
package custody.web.live;

import org.jspecify.annotations.NullMarked;
