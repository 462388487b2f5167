/**
 * The programming interface of docs/formats/api.md: strict JSON in, JSON and problems out.
 *
 * <p>Sees {@code entry}, {@code problems}, {@code session}; knows no pages. Read docs/design/web.md.
 */
@NullMarked
package custody.web.api;

import org.jspecify.annotations.NullMarked;
