/**
 * Forms derived from the catalogue: which control a field gets, what was typed, local times.
 *
 * <p>Sees {@code record.catalogue}, {@code entry}, {@code words} and {@code components}. Read docs/design/web.md.
 */
@NullMarked
package custody.web.forms;

import org.jspecify.annotations.NullMarked;
