/**
 * Puts store, ledger and pages together, starts and stops them in order.
 *
 * <p>Read docs/operating/running.md.
 */
@NullMarked
package custody.node.wiring;

import org.jspecify.annotations.NullMarked;
