/**
 * Who is at the desk: sign-in, sessions, bearer tokens, and whether the endpoint may be used at all.
 *
 * <p>Sees {@code record.access}, {@code record.desk} and {@code words}; decides nothing that {@code record.access} decides. Read docs/design/web.md.
 */
@NullMarked
package custody.web.session;

import org.jspecify.annotations.NullMarked;
