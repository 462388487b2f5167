/**
 * Style sheets, scripts and fonts, rewritten once at start and named by their own hash.
 *
 * <p>Sees the webjars on the classpath. Nothing here is ever fetched from elsewhere. Read docs/design/web.md.
 */
@NullMarked
package custody.web.assets;

import org.jspecify.annotations.NullMarked;
