/**
 * The honesty rules: what is odd about a record, or should be there and is not. Questions to people, never verdicts.
 *
 * <p>Raised by the system, answered by people, never removed. Sees {@code events}, {@code catalogue} and the board of
 * {@code law}. Read docs/design/law.md, section “Missing and odd”.
 */
@NullMarked
package custody.record.law.honesty;

import org.jspecify.annotations.NullMarked;
