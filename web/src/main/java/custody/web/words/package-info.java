/**
 * What the screens say: texts and labels in each language, times in the facility's zone.
 *
 * <p>Sees the labels of {@code record} and its types; knows nothing of HTTP. Read docs/design/web.md.
 */
@NullMarked
package custody.web.words;

import org.jspecify.annotations.NullMarked;
