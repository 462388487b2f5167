package custody.ledger.check;

import custody.ledger.log.LeafHeader;

/** Looks inside: opens the payload, compares fields with commitments, folds projections. Called for each leaf in order. */
@FunctionalInterface
public interface LeafInspector {
    /** Looks at nothing. */
    LeafInspector NONE = (header, stored, findings) -> {};

    /** Only called for leaves that are well-formed and stand where they say. */
    void inspect(LeafHeader header, StoredLeaf stored, Findings findings);
}
