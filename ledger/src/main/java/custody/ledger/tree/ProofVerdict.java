package custody.ledger.tree;

/** What verifying a proof answers. */
public enum ProofVerdict {
    /** The proof leads exactly to the given root. */
    PROVEN,
    /** The proof speaks of another tree size than the head it is held against. */
    OTHER_SIZE,
    /** The index is not below the size, or the old size is above the new one. */
    OUT_OF_RANGE,
    /** More or fewer hashes than this index and size need. */
    WRONG_LENGTH,
    /** The hashes lead to another root. */
    WRONG_ROOT,
}
