/**
 * The law through the API: worked cases played by a real server over a real store.
 *
 * <p>Beside the wiring it starts, so that what answers is what a node runs. Read docs/design/law.md.
 */
@NullMarked
package custody.node.wiring;

import org.jspecify.annotations.NullMarked;
