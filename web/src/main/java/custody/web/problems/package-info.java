/**
 * What went wrong, as an RFC 9457 problem for programs and a page for people.
 *
 * <p>Sees {@code record} and {@code words}; every problem type has a text in both languages. Read docs/design/web.md.
 */
@NullMarked
package custody.web.problems;

import org.jspecify.annotations.NullMarked;
