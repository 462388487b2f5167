/**
 * Proofs that verify without a network: C2SP tlog-proof.
 * Sees {@code custody.ledger.tree} and {@code custody.ledger.note}. Trust comes from the keys the caller gives, never
 * from the proof. How many witnesses are enough is the caller's policy.
 * Explained in {@code docs/formats/ledger.md}.
 */
@NullMarked
package custody.ledger.proof;

import org.jspecify.annotations.NullMarked;
