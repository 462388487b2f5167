package custody.ledger.check;

/** What is stored as the encrypted payload of a leaf. */
public sealed interface StoredPayload {
    /** The exact bytes. */
    @SuppressWarnings("ArrayRecordComponent") // lent for one call, never compared, never kept
    record Bytes(byte[] bytes) implements StoredPayload {}

    /** Destroyed by law or order, and marked so. */
    record Erased() implements StoredPayload {}

    /** There is none. */
    record None() implements StoredPayload {}

    /** Not read this time: only the leaves are checked. */
    record NotRead() implements StoredPayload {}
}
