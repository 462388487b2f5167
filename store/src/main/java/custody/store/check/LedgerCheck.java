package custody.store.check;

import custody.ledger.check.Claims;
import custody.ledger.check.LogCheck;
import custody.ledger.check.Report;
import custody.ledger.check.StoredHead;
import custody.ledger.check.StoredLeaf;
import custody.ledger.check.StoredPayload;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileCoordinates;
import custody.ledger.tree.TreeHead;
import custody.store.ledger.Epoch;
import custody.store.ledger.PostgresTiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Streams one epoch's leaves through the ledger's check. */
final class LedgerCheck {
    private static final int STEP = 2000;
    private static final String LEAVES = """
            SELECT index, leaf, leaf_hash, ciphertext, data_key, record_id, version
            FROM leaf WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index
            """;
    private static final String END = "SELECT coalesce(max(index), -1) FROM leaf WHERE epoch = ?";
    private static final String HEAD = "SELECT size, root, frontier FROM tree_head WHERE epoch = ?";
    private static final String NOTES = "SELECT size, note FROM checkpoint WHERE epoch = ? ORDER BY size";

    private final Snapshot snapshot;
    private final Epoch epoch;
    private final Inside inside;

    LedgerCheck(Snapshot snapshot, Epoch epoch, Inside inside) {
        this.snapshot = snapshot;
        this.epoch = epoch;
        this.inside = inside;
    }

    /** Checks the epoch; {@code remembered} is the signer's own memory, held against the leaves like a checkpoint. */
    Report run(Optional<SignedNote> remembered) throws SQLException {
        TreeMap<Long, String> notes = new TreeMap<>();
        snapshot.each(NOTES, this::epoch, rows -> notes.put(rows.getLong(1), rows.getString(2)));
        remembered.ifPresent(note -> Checkpoint.parse(note.text())
                .accepted()
                .ifPresent(checkpoint -> notes.put(checkpoint.head().size(), note.encode())));
        Claims claims = new Claims(
                epoch.origin(), Set.of(epoch.key()), notes.values().iterator(), Claims.Signatures.ALL, this::tile);
        LogCheck check = LogCheck.of(claims, inside);
        long end = end();
        for (long from = 0; from <= end; from += STEP) {
            feed(check, from, Math.min(from + STEP, end + 1));
        }
        return check.finish(head());
    }

    private Optional<Tile> tile(TileCoordinates coordinates) {
        try {
            return snapshot.attempt(connection -> new PostgresTiles(connection, epoch.number()).read(coordinates))
                    .flatMap(found -> found);
        } catch (SQLException failed) {
            throw new Inside.Interrupted(failed);
        }
    }

    private void epoch(java.sql.PreparedStatement statement) throws SQLException {
        statement.setInt(1, epoch.number());
    }

    private long end() throws SQLException {
        long[] end = {-1};
        snapshot.each(END, this::epoch, rows -> end[0] = rows.getLong(1));
        return end[0];
    }

    /** A step that meets a damaged page is taken again in halves, so that only what stands on the page is missing. */
    private void feed(LogCheck check, long from, long to) throws SQLException {
        List<StoredLeaf> leaves = new ArrayList<>();
        List<Inside.Beside> rows = new ArrayList<>();
        boolean whole = snapshot.each(
                LEAVES,
                select -> {
                    epoch(select);
                    select.setLong(2, from);
                    select.setLong(3, to);
                },
                row -> {
                    leaves.add(leaf(row));
                    rows.add(beside(row));
                });
        if (whole) {
            for (int at = 0; at < leaves.size(); at++) {
                inside.next(rows.get(at));
                check.next(leaves.get(at));
            }
        } else if (to - from > 1) {
            long middle = (from + to) / 2;
            feed(check, from, middle);
            feed(check, middle, to);
        }
    }

    private static StoredLeaf leaf(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes(4);
        return new StoredLeaf(
                row.getLong(1),
                row.getBytes(2),
                row.getBytes(3),
                payload == null ? new StoredPayload.None() : new StoredPayload.Bytes(payload));
    }

    private static Inside.Beside beside(ResultSet row) throws SQLException {
        return new Inside.Beside(
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                Optional.ofNullable(row.getObject(7, Integer.class)));
    }

    private StoredHead head() throws SQLException {
        List<StoredHead> heads = new ArrayList<>();
        snapshot.each(
                HEAD,
                this::epoch,
                row -> heads.add(
                        new StoredHead(new TreeHead(row.getLong(1), Hash.of(row.getBytes(2))), row.getBytes(3))));
        return heads.isEmpty() ? new StoredHead(TreeHead.EMPTY, new byte[0]) : heads.getFirst();
    }
}
