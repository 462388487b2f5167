package custody.store.check;

import custody.ledger.log.Receipt;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.Hash;
import custody.store.ledger.Epoch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds receipts that people kept against the ledger of the folder, whichever epoch they were given under. The leaves themselves are
 * checked besides: that a leaf's bytes have its hash is not asked here again.
 */
final class ReceiptCheck {
    private static final String LEAF = "SELECT leaf_hash FROM leaf WHERE epoch = ? AND index = ?";
    private static final String LEAVES = "SELECT leaf_hash FROM leaf WHERE epoch = ? AND index < ? ORDER BY index";

    private final Snapshot snapshot;
    private final List<Epoch> epochs;
    private final List<Discovery> differing = new ArrayList<>();

    /** {@code epochs} are under the keys of the keystore. */
    ReceiptCheck(Snapshot snapshot, List<Epoch> epochs) {
        this.snapshot = snapshot;
        this.epochs = List.copyOf(epochs);
    }

    /** One line for people: that it agrees, and what it proves. Where it does not, {@link #differing} has why. */
    String check(Receipt receipt) throws SQLException {
        String where = "receipt of entry " + receipt.index() + " of "
                + receipt.origin().text();
        int before = differing.size();
        Optional<Epoch> epoch = epochs.stream()
                .filter(each -> each.origin().equals(receipt.origin()))
                .findFirst();
        if (epoch.isEmpty()) {
            differs(where, "a ledger of this folder", "another");
        } else {
            leaf(where, epoch.get(), receipt);
            SignedNote note = receipt.checkpoint();
            if (note != null) {
                seal(where, epoch.get(), note);
            }
        }
        if (differing.size() > before) {
            return where + ": does not agree";
        }
        return where + (receipt.checkpoint() == null ? UNSEALED : SEALED);
    }

    private static final String SEALED =
            ": agrees. Its checkpoint is signed by this ledger's key, and the ledger still has the tree that was signed";
    private static final String UNSEALED =
            ": the ledger has this entry, unchanged. The receipt is not sealed: nothing in it is"
                    + " signed, so it does not prove by itself that this node gave it";

    List<Discovery> differing() {
        return List.copyOf(differing);
    }

    private void leaf(String where, Epoch epoch, Receipt receipt) throws SQLException {
        List<Hash> found = new ArrayList<>();
        snapshot.each(
                LEAF,
                select -> {
                    select.setInt(1, epoch.number());
                    select.setLong(2, receipt.index());
                },
                row -> found.add(Hash.of(row.getBytes(1))));
        if (found.isEmpty()) {
            differs(where, "an entry", "none");
        } else if (!found.getFirst().equals(receipt.leafHash())) {
            differs(where, "the entry with its hash", "another");
        }
    }

    private void seal(String where, Epoch epoch, SignedNote note) throws SQLException {
        if (!(note.verify(Set.of(epoch.key())) instanceof NoteVerdict.Verified)) {
            differs(where, "a checkpoint that this ledger's key signed", "one that it did not");
            return;
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
        Frontier tree = new Frontier();
        snapshot.each(
                LEAVES,
                select -> {
                    select.setInt(1, epoch.number());
                    select.setLong(2, checkpoint.head().size());
                },
                row -> tree.append(Hash.of(row.getBytes(1))));
        if (!tree.head().equals(checkpoint.head())) {
            differs(where, "the tree that was signed", "another: history was changed, or its end is gone");
        }
    }

    private void differs(String where, String expected, String actual) {
        differing.add(Discovery.of(Discovery.Kind.RECEIPT_DIFFERS, where, expected, actual));
    }
}
