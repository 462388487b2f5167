package custody.store.ledger;

import custody.ledger.log.EntryBundle;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.SignedNote;
import custody.ledger.proof.TlogProof;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileCoordinates;
import custody.ledger.tree.TreeHashes;
import custody.record.desk.LedgerView;
import java.util.List;
import java.util.Optional;

/** Proofs of entries for people who have no ledger: the entry's own bytes, its path, the signed checkpoint, in one text. */
public final class EntryProofs {
    private final LedgerView view;

    /** Over the ledger as the world may fetch it. */
    public EntryProofs(LedgerView view) {
        this.view = view;
    }

    /** Verifier key of the checkpoints, as a C2SP vkey string. */
    public String key() {
        return view.verifierKey();
    }

    /**
     * The proof of one entry, a C2SP tlog-proof whose extra data are the entry's exact bytes; empty while no signed checkpoint
     * covers it.
     */
    public Optional<String> of(long index) {
        Optional<SignedNote> note =
                view.checkpoint().flatMap(text -> SignedNote.parse(text).accepted());
        long size = note.flatMap(one -> Checkpoint.parse(one.text()).accepted())
                .map(checkpoint -> checkpoint.head().size())
                .orElse(0L);
        if (note.isEmpty() || index >= size) {
            return Optional.empty();
        }
        return TreeHashes.of(this::tile, size)
                .inclusion(index)
                .made()
                .flatMap(proof -> entry(index, size)
                        .map(bytes ->
                                TlogProof.of(proof, note.get()).withExtra(bytes).text()));
    }

    private Optional<Tile> tile(TileCoordinates wanted) {
        return view.tile(wanted.path().substring("tile/".length())).map(bytes -> Tile.of(wanted, bytes));
    }

    private Optional<byte[]> entry(long index, long size) {
        long tile = index / Tile.WIDTH;
        int width = (int) Math.min(Tile.WIDTH, size - tile * Tile.WIDTH);
        String path = new TileCoordinates(0, tile, width).entriesPath().substring("tile/".length());
        return view.tile(path)
                .flatMap(bundle -> EntryBundle.parse(bundle, width).accepted())
                .map((List<byte[]> leaves) -> leaves.get((int) (index % Tile.WIDTH)));
    }
}
