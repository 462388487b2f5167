/**
 * What stands in the ledger: the leaf and its exact bytes, field disclosures and their salts, time rules, receipts.
 * Sees {@code custody.ledger}, {@code custody.ledger.tree} and {@code custody.ledger.note}; knows no event kinds: fields
 * are names and values that the caller chooses. No clock: times and keys are parameters.
 * Explained in {@code docs/formats/leaf.md}.
 */
@NullMarked
package custody.ledger.log;

import org.jspecify.annotations.NullMarked;
