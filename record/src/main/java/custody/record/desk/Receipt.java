package custody.record.desk;

/**
 * Proof that an event is in the ledger.
 *
 * @param origin the ledger's name, {@code custody/UA26-0007/1}
 * @param index place of the leaf
 * @param leafHash RFC 6962 leaf hash, base64
 * @param state how far its proof has come
 */
public record Receipt(String origin, long index, String leafHash, State state) {

    /** How far a proof has come; each is claimed only when it has been shown. */
    public enum State {
        /** Committed. */
        RECORDED,
        /** Under a signed checkpoint. */
        SEALED,
        /** Cosigned by an independent party. */
        WITNESSED
    }
}
