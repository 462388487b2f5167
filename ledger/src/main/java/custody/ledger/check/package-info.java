/**
 * The check that trusts nothing: rebuilds a ledger from its raw leaves and names every place where what is stored differs.
 * Sees the other packages of the ledger. Reads nothing by itself: the store feeds leaves in order and lends its tiles and
 * checkpoints. Explained in {@code docs/design/ledger.md}, section check.
 */
@NullMarked
package custody.ledger.check;

import org.jspecify.annotations.NullMarked;
