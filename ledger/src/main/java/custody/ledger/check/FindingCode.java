package custody.ledger.check;

/** Everything a check can find. Closed; the last group is found by whoever looks inside the leaves. */
public enum FindingCode {
    /** The bytes are not a leaf in its only form. */
    LEAF_MALFORMED(Severity.FAULT),
    /** The leaf names another ledger. */
    LEAF_OF_OTHER_ORIGIN(Severity.FAULT),
    /** The leaf names another index than the place where it is stored: moved, swapped, copied. */
    LEAF_INDEX_DIFFERS(Severity.FAULT),
    /** The leaf's bytes do not have the leaf hash that is stored with them. */
    LEAF_HASH_DIFFERS(Severity.FAULT),
    /** Leaves are not there. Nothing behind them can be compared with the tree. */
    LEAVES_MISSING(Severity.FAULT),
    /** An index came a second time or backwards. */
    LEAF_OUT_OF_ORDER(Severity.FAULT),
    /** The payload does not have the hash that the leaf states. */
    PAYLOAD_DIFFERS(Severity.FAULT),
    /** The leaf states a payload and none is stored, nor is it marked as erased. */
    PAYLOAD_MISSING(Severity.FAULT),
    /** A payload is stored with a leaf that states none. */
    PAYLOAD_UNEXPECTED(Severity.FAULT),
    /** Payloads are marked as erased and no erasure entry follows. */
    ERASED_WITHOUT_ENTRY(Severity.FAULT),
    /** The stored head has another size than there are leaves. */
    HEAD_SIZE_DIFFERS(Severity.FAULT),
    /** The stored head has another root than the leaves have. */
    HEAD_ROOT_DIFFERS(Severity.FAULT),
    /** The stored frontier is not that of the leaves. */
    FRONTIER_DIFFERS(Severity.FAULT),
    /** A full tile is not stored. */
    TILE_MISSING(Severity.FAULT),
    /** A stored tile is not that of the leaves. */
    TILE_DIFFERS(Severity.FAULT),
    /** A stored checkpoint is not a signed note with a checkpoint in it. */
    CHECKPOINT_MALFORMED(Severity.FAULT),
    /** A checkpoint of another ledger. */
    CHECKPOINT_OF_OTHER_ORIGIN(Severity.FAULT),
    /** A checkpoint that no configured key signed, or one with a wrong signature. */
    CHECKPOINT_NOT_SIGNED(Severity.FAULT),
    /** Checkpoints are not stored in ascending size. */
    CHECKPOINT_OUT_OF_ORDER(Severity.FAULT),
    /** A signed root is not that of the leaves: they were altered after it was signed. */
    CHECKPOINT_ROOT_DIFFERS(Severity.FAULT),
    /** More leaves were signed than there are: the tail was cut. */
    CHECKPOINT_BEYOND_LEAVES(Severity.FAULT),

    /** A time rule that the entry does not keep; the expected part names the rule. */
    TIME_RULE(Severity.WARNING),

    /** The payload does not open with the record's key. */
    PAYLOAD_UNREADABLE(Severity.FAULT),
    /** The fields in the payload are not those that the leaf commits to. */
    COMMITMENTS_DIFFER(Severity.FAULT),
    /** The record's version or previous leaf is not the one before. */
    RECORD_CHAIN_BROKEN(Severity.FAULT),
    /** What stands beside an entry is not what the entry says: another record, version or key, or an alarm's row changed or gone. */
    ROW_DIFFERS(Severity.FAULT),
    /** What the pages show is not what the events say. */
    PROJECTION_DIFFERS(Severity.FAULT),
    /** Footage on disk is not what its leaf says. */
    FOOTAGE_DIFFERS(Severity.FAULT);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
