/**
 * Tests of the custody record: what may be added, how it folds, what corrections do.
 *
 * <p>A {@link custody.record.detention.Story} tells one detention in the words of the field. Read docs/design/record.md.
 */
@NullMarked
package custody.record.detention;

import org.jspecify.annotations.NullMarked;
