package custody.ledger.check;

import custody.ledger.Seeded;
import custody.ledger.log.BootId;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.ClockSource;
import custody.ledger.log.Commitments;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.log.RecordSecret;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteSigner;
import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TileCoordinates;
import custody.ledger.tree.TreeHasher;
import custody.ledger.tree.TreeHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A ledger as a store holds it, honest at first; every row can be broken. */
final class StoredLog {
    static final int SIZE = 700;
    static final int EACH_CHECKPOINT = 50;
    static final Origin ORIGIN = new Origin("UA26-0007", 1);
    static final NoteSigner SIGNER = NoteSigner.fromSeed(ORIGIN.text(), new byte[NoteSigner.SEED_BYTES]);

    private static final RecordSecret SECRET = RecordSecret.of(new byte[RecordSecret.KEY_BYTES]);
    private static final List<Field> FIELDS =
            List.of(new Field("kind", FieldValue.of("meal")), new Field("version", FieldValue.of(3)));
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final List<Row> HONEST =
            IntStream.range(0, SIZE).mapToObj(index -> row(ORIGIN, index)).toList();

    private static final List<String> HONEST_CHECKPOINTS = IntStream.rangeClosed(1, SIZE / EACH_CHECKPOINT)
            .mapToObj(nth -> signed(HONEST.subList(0, nth * EACH_CHECKPOINT)))
            .toList();

    final List<Row> rows = new ArrayList<>(HONEST);
    final List<String> checkpoints = new ArrayList<>(HONEST_CHECKPOINTS);
    final Map<TileCoordinates, Tile> tiles = new HashMap<>();
    TreeHead head = TreeHead.EMPTY;
    byte[] frontier = new byte[0];
    Claims.Signatures signatures = Claims.Signatures.ALL;

    /** One row of the leaf table; the bytes are the leaf's unless damaged. */
    @SuppressWarnings("ArrayRecordComponent") // a fixture, never compared
    record Row(long index, Leaf leaf, Hash leafHash, StoredPayload payload, byte @Nullable [] damaged) {
        byte[] bytes() {
            return damaged == null ? leaf.encode() : damaged;
        }

        Row with(Leaf other) {
            return new Row(index, other, leafHash, payload, null);
        }

        Row with(Hash other) {
            return new Row(index, leaf, other, payload, damaged);
        }

        Row with(StoredPayload other) {
            return new Row(index, leaf, leafHash, other, damaged);
        }

        Row at(long other) {
            return new Row(other, leaf, leafHash, payload, damaged);
        }

        Row flipped(int bit) {
            byte[] bytes = leaf.encode();
            int at = Math.floorMod(bit, bytes.length * 8);
            bytes[at / 8] ^= (byte) (1 << (at % 8));
            return new Row(index, leaf, leafHash, payload, bytes);
        }

        Row rehashed() {
            return with(new TreeHasher().leaf(bytes()));
        }
    }

    StoredLog() {
        recompute();
    }

    static Row row(Origin origin, long index) {
        boolean alive = index % 20 == 0;
        byte[] payload = Seeded.bytes(new Random(index), 100);
        EntryClass entryClass = alive ? EntryClass.HEARTBEAT : EntryClass.RECORD;
        Leaf leaf = new Leaf(
                origin,
                index,
                entryClass,
                time(index * 1000, index * 1000),
                null,
                alive
                        ? List.of()
                        : Commitments.of(SECRET, origin, index, entryClass, FIELDS)
                                .digests(),
                alive ? null : Hash.sha256(payload),
                alive ? ClearFacts.none().with("queue", 0) : ClearFacts.none());
        StoredPayload stored = alive ? new StoredPayload.None() : new StoredPayload.Bytes(payload);
        return new Row(index, leaf, new TreeHasher().leaf(leaf.encode()), stored, null);
    }

    static LeafTime time(long wall, long uptime) {
        return new LeafTime(START.plusMillis(wall), new BootId(7), uptime, ClockSource.NTP, 10);
    }

    /** Another entry in this leaf's place, as well formed as the first. */
    static Leaf other(Leaf leaf) {
        return with(leaf, leaf.index(), time(leaf.index() * 1000 + 1, leaf.index() * 1000));
    }

    static Leaf with(Leaf leaf, long index, LeafTime time) {
        return new Leaf(
                leaf.origin(),
                index,
                leaf.entryClass(),
                time,
                leaf.token(),
                leaf.digests(),
                leaf.payload(),
                leaf.facts());
    }

    static Leaf of(EntryClass entryClass, long index) {
        return new Leaf(
                ORIGIN, index, entryClass, time(index * 1000, index * 1000), null, List.of(), null, ClearFacts.none());
    }

    void set(int at, Row row) {
        rows.set(at, row);
    }

    /** Tiles, head and frontier made anew from the rows: what somebody with the database's password can do. */
    void recompute() {
        TileBuilder tree = TileBuilder.empty();
        tiles.clear();
        for (Row row : rows) {
            tree.append(List.of(row.leafHash())).forEach(tile -> tiles.put(tile.coordinates(), tile));
        }
        head = tree.head();
        frontier = tree.frontier().encode();
    }

    private static String signed(List<Row> first) {
        TileBuilder tree = TileBuilder.empty();
        tree.append(first.stream().map(Row::leafHash).toList());
        return Checkpoint.of(ORIGIN.text(), tree.head()).sign(SIGNER).encode();
    }

    void resign() {
        checkpoints.clear();
        checkpoints.add(signed(rows));
    }

    private Claims claims() {
        return new Claims(
                ORIGIN,
                Set.of(SIGNER.key()),
                checkpoints.iterator(),
                signatures,
                coordinates -> Optional.ofNullable(tiles.get(coordinates)));
    }

    Report check() {
        return check(LeafInspector.NONE);
    }

    Report check(LeafInspector inspector) {
        LogCheck check = LogCheck.of(claims(), inspector);
        rows.forEach(row -> check.next(stored(row)));
        return check.finish(new StoredHead(head, frontier));
    }

    /** The same on two cores, in batches. */
    Report check(ExecutorService executor) {
        LogCheck check = LogCheck.of(claims());
        for (int from = 0; from < rows.size(); from += 64) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + 64));
            check.next(batch.stream().map(StoredLog::stored).toList(), executor);
        }
        return check.finish(new StoredHead(head, frontier));
    }

    private static StoredLeaf stored(Row row) {
        return new StoredLeaf(row.index(), row.bytes(), row.leafHash().bytes(), row.payload());
    }
}
