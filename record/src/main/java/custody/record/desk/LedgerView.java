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
}
