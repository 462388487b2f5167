/**
 * The screens: one controller a screen, each reads through a port with its purpose and renders one template.
 *
 * <p>Sees everything else in this room except {@code api}. Read docs/design/web.md.
 */
@NullMarked
package custody.web.pages;

import org.jspecify.annotations.NullMarked;
