/**
 * Tests of access: the table of docs/design/access.md against every role, action and relation.
 *
 * <p>The page is the specification that people read; these tests keep it true.
 */
@NullMarked
package custody.record.access;

import org.jspecify.annotations.NullMarked;
