package custody.ledger.check;

import custody.ledger.log.LeafReader;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does the costly part of a check that needs no neighbour: hashing and reading. One owner; several work side by side. */
final class LeafExaminer {
    private final TreeHasher hasher = new TreeHasher();
    private final LeafReader reader = new LeafReader();

    Examined examine(StoredLeaf stored) {
        byte[] leafHash = new byte[Hash.BYTES];
        hasher.leaf(stored.bytes(), 0, stored.bytes().length, leafHash, 0);
        return new Examined(stored, leafHash, reader.header(stored.bytes()), payloadHash(stored.payload()));
    }

    List<Examined> examine(List<StoredLeaf> stored) {
        List<Examined> examined = new ArrayList<>(stored.size());
        for (StoredLeaf leaf : stored) {
            examined.add(examine(leaf));
        }
        return examined;
    }

    private static @Nullable Hash payloadHash(StoredPayload payload) {
        return switch (payload) {
            case StoredPayload.Bytes(byte[] bytes) -> Hash.sha256(bytes);
            case StoredPayload.Erased erased -> null;
            case StoredPayload.None none -> null;
            case StoredPayload.NotRead notRead -> null;
        };
    }
}
