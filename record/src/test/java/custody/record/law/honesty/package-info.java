/** The honesty rules, without a pack. Read docs/design/law.md, section “Missing and odd”. */
@NullMarked
package custody.record.law.honesty;

import org.jspecify.annotations.NullMarked;
