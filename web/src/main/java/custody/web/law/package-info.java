/**
 * The law in words: clocks with their proofs, tasks, flags, the way through, and the rules themselves.
 *
 * <p>Sees {@code record.law}, {@code session}, {@code forms} and {@code words}; decides nothing and knows no HTTP. Read
 * docs/design/law.md.
 */
@NullMarked
package custody.web.law;

import org.jspecify.annotations.NullMarked;
