/**
 * Tests of places and people: appointments that the law bars, and separation in cells.
 *
 * <p>Pairs of can and cannot at each rule's edge. Read docs/design/record.md.
 */
@NullMarked
package custody.record.places;

import org.jspecify.annotations.NullMarked;
