/**
 * From what was typed or sent to a command of the domain, or to errors that name field and rule.
 *
 * <p>Shared by forms and API, so that both take and refuse the same. Sees {@code record} only. Read docs/design/web.md.
 */
@NullMarked
package custody.web.entry;

import org.jspecify.annotations.NullMarked;
