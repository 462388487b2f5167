package custody.ledger.check;

import custody.ledger.log.Origin;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.Tiles;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed about a ledger and is held against its leaves.
 *
 * @param origin whose ledger it must be
 * @param keys that may sign its checkpoints, from configuration and never from the ledger
 * @param checkpoints the stored signed notes, ascending by size
 * @param signatures how many signatures to verify
 * @param tiles the stored full tiles, or null if none are stored
 */
public record Claims(
        Origin origin,
        Set<VerifierKey> keys,
        Iterator<String> checkpoints,
        Signatures signatures,
        @Nullable Tiles tiles) {
    /** Roots are compared for every checkpoint; verifying a signature costs as much as a thousand leaves. */
    public enum Signatures {
        /** Of each checkpoint. */
        ALL,
        /** Of the newest, which covers all leaves below it. */
        NEWEST,
    }

    public Claims {
        keys = Set.copyOf(keys);
    }
}
