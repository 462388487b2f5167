/**
 * A person at the desk: a real node as a process, a real browser, both languages, wide and narrow, light and dark.
 *
 * <p>Every page that is opened is judged by axe; the folder is checked by {@code check} at the end. Read docs/design/web.md.
 */
@NullMarked
package custody.node.e2e;

import org.jspecify.annotations.NullMarked;
