/**
 * Tests of the catalogue: names, labels, reading and writing of every kind.
 *
 * <p>Walks all kinds, so that a new one is tested the moment it exists. Read docs/formats/event.md.
 */
@NullMarked
package custody.record.catalogue;

import org.jspecify.annotations.NullMarked;
