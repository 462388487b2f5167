/**
 * Facilities, rooms, officers, and who may be appointed to what.
 *
 * <p>Sees the identifiers of {@code events}. Read docs/design/record.md and docs/glossary.md.
 */
@NullMarked
package custody.record.places;

import org.jspecify.annotations.NullMarked;
