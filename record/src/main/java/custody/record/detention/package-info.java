/**
 * The custody record itself: one person's one continuous detention, folded from its events, and what may be added to it.
 *
 * <p>Decides and answers with events or with a refusal; never stores, never reads a clock. Sees {@code events},
 * {@code catalogue} and {@code places}. Read docs/design/record.md.
 */
@NullMarked
package custody.record.detention;

import org.jspecify.annotations.NullMarked;
