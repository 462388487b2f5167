package custody.record.desk;

import java.util.Optional;

/** The ledger as the world may fetch it: the static bytes of C2SP tlog-tiles. */
public interface LedgerView {

    /** The ledger's name. */
    String origin();

    /** The newest signed checkpoint, a C2SP signed note; empty before the first. */
    Optional<String> checkpoint();

    /** The bytes of a tile or entry bundle, by its tlog-tiles path after {@code tile/}; empty where there is none yet. */
    Optional<byte[]> tile(String path);

    /** Verifier key of the checkpoint signature, as a C2SP vkey string. */
    String verifierKey();

    /**
     * A ledger that this one continues, by its name: receipts given under it are checked against its own tiles and its last
     * checkpoint, under its own key. Empty if this node never kept one of that name, or nothing of it was ever signed.
     */
    default Optional<LedgerView> earlier(String origin) {
        return Optional.empty();
    }
}
