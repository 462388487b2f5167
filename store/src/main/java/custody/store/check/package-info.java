/**
 * Rebuilds everything of a data folder from the raw leaves, trusting nothing that stands beside them: tree, payloads,
 * commitments, chains of records, projections, tokens, checkpoints, the signer's memory. Writes nothing.
 *
 * <p>Sees the whole room and the ledger's {@code check}. Read docs/design/store.md, part "Check".
 */
@NullMarked
package custody.store.check;

import org.jspecify.annotations.NullMarked;
