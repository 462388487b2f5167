/**
 * Who may do what: one pure function, deny by default.
 *
 * <p>Sees {@code events}, {@code catalogue} and {@code places}. Read docs/design/access.md.
 */
@NullMarked
package custody.record.access;

import org.jspecify.annotations.NullMarked;
