/**
 * The catalogue of event kinds, read off their types: from it come forms, parsing, canonical encoding and label keys.
 *
 * <p>Sees {@code events} only. A kind or field exists once, as a Java record; nothing here lists kinds by hand. Read
 * docs/design/record.md and docs/formats/event.md.
 */
@NullMarked
package custody.record.catalogue;

import org.jspecify.annotations.NullMarked;
