/** What the law does beside judging: which pack judges, and what would be if. Boards themselves are tested by worked cases. */
@NullMarked
package custody.record.law;

import org.jspecify.annotations.NullMarked;
