package custody.ledger.check;

import custody.ledger.log.EntryClass;
import custody.ledger.log.Leaf;
import custody.ledger.log.Origin;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileCoordinates;
import custody.ledger.tree.TreeHead;
import java.util.List;
import java.util.function.Consumer;

/**
 * What people with the database's password, and disks, do to a ledger; and what the check must say.
 *
 * @param name what is done, as a sentence without its subject
 * @param breaking does it
 * @param code must be found
 * @param where at this place
 */
record Tampering(String name, Consumer<StoredLog> breaking, FindingCode code, String where) {
    private static final TileCoordinates TILE = new TileCoordinates(0, 0, Tile.WIDTH);
    private static final int VICTIM = 117;
    private static final String LEAF = "leaf 117";
    private static final Hash NOWHERE = Hash.sha256(new byte[] {1});
    private static final NoteSigner STRANGER = NoteSigner.fromSeed("stranger", new byte[NoteSigner.SEED_BYTES]);

    static List<Tampering> all() {
        return List.of(
                row("payload changed", log -> payload(log, new byte[] {1}), FindingCode.PAYLOAD_DIFFERS, LEAF),
                row("payloads exchanged", Tampering::exchangePayloads, FindingCode.PAYLOAD_DIFFERS, "leaf 118"),
                row("payload deleted", Tampering::deletePayload, FindingCode.PAYLOAD_MISSING, LEAF),
                row("payload marked erased", Tampering::erase, FindingCode.ERASED_WITHOUT_ENTRY, LEAF),
                row("payload added", Tampering::addPayload, FindingCode.PAYLOAD_UNEXPECTED, "leaf 120"),
                row("leaf changed", Tampering::changeLeaf, FindingCode.LEAF_HASH_DIFFERS, LEAF),
                row(
                        "leaf changed, tile",
                        Tampering::changeWithHash,
                        FindingCode.TILE_DIFFERS,
                        "tile/0/000, slot 117, leaf 117"),
                row(
                        "leaf changed with its hash",
                        Tampering::changeWithHash,
                        FindingCode.CHECKPOINT_ROOT_DIFFERS,
                        "checkpoint of size 150, leaves 100 to 149"),
                row(
                        "leaf changed, all recomputed",
                        Tampering::changeAndRecompute,
                        FindingCode.CHECKPOINT_ROOT_DIFFERS,
                        "checkpoint of size 150, leaves 100 to 149"),
                row(
                        "leaf hash changed",
                        log -> log.set(VICTIM, victim(log).with(NOWHERE)),
                        FindingCode.LEAF_HASH_DIFFERS,
                        LEAF),
                row(
                        "bit of a leaf flipped",
                        log -> log.set(VICTIM, victim(log).flipped(4321)),
                        FindingCode.LEAF_HASH_DIFFERS,
                        LEAF),
                row(
                        "leaf of another form",
                        log -> log.set(VICTIM, victim(log).flipped(3)),
                        FindingCode.LEAF_MALFORMED,
                        LEAF),
                row(
                        "head's root changed",
                        log -> log.head = new TreeHead(StoredLog.SIZE, NOWHERE),
                        FindingCode.HEAD_ROOT_DIFFERS,
                        "head"),
                row(
                        "head's size lowered",
                        log -> log.head = new TreeHead(9, NOWHERE),
                        FindingCode.HEAD_SIZE_DIFFERS,
                        "head"),
                row("frontier changed", log -> log.frontier[40] ^= 1, FindingCode.FRONTIER_DIFFERS, "frontier"),
                row("tail deleted", Tampering::cutTail, FindingCode.HEAD_SIZE_DIFFERS, "leaves 690 to 699"),
                row(
                        "tail deleted, all recomputed",
                        Tampering::cutAndRecompute,
                        FindingCode.CHECKPOINT_BEYOND_LEAVES,
                        "leaves 690 to 699"),
                row(
                        "row in the middle deleted",
                        log -> log.rows.remove(VICTIM),
                        FindingCode.LEAVES_MISSING,
                        "leaves 117 to 117"),
                row(
                        "first rows deleted",
                        log -> log.rows.subList(0, 3).clear(),
                        FindingCode.LEAVES_MISSING,
                        "leaves 0 to 2"),
                row(
                        "middle deleted, renumbered, recomputed",
                        Tampering::closeGap,
                        FindingCode.LEAF_INDEX_DIFFERS,
                        LEAF),
                row("two rows exchanged", Tampering::exchange, FindingCode.LEAF_INDEX_DIFFERS, "leaf 118"),
                row("row stored twice", log -> log.rows.add(VICTIM, victim(log)), FindingCode.LEAF_OUT_OF_ORDER, LEAF),
                row("row inserted, renumbered, recomputed", Tampering::insert, FindingCode.LEAF_INDEX_DIFFERS, LEAF),
                row("row of another ledger", Tampering::foreign, FindingCode.LEAF_OF_OTHER_ORIGIN, LEAF),
                row("tile changed", Tampering::changeTile, FindingCode.TILE_DIFFERS, "tile/0/000, slot 5, leaf 5"),
                row("tile deleted", log -> log.tiles.remove(TILE), FindingCode.TILE_MISSING, "tile/0/000"),
                row(
                        "checkpoint cut",
                        log -> log.checkpoints.set(4, "custody"),
                        FindingCode.CHECKPOINT_MALFORMED,
                        "checkpoint 4"),
                row("checkpoint of no head", Tampering::signNonsense, FindingCode.CHECKPOINT_MALFORMED, "checkpoint 4"),
                row(
                        "checkpoint of another ledger",
                        Tampering::signOther,
                        FindingCode.CHECKPOINT_OF_OTHER_ORIGIN,
                        "checkpoint 4"),
                row(
                        "checkpoints exchanged",
                        log -> log.checkpoints.addFirst(log.checkpoints.removeLast()),
                        FindingCode.CHECKPOINT_OUT_OF_ORDER,
                        "checkpoint 1"),
                row(
                        "checkpoint's signature changed",
                        Tampering::spoil,
                        FindingCode.CHECKPOINT_NOT_SIGNED,
                        "checkpoint of size 250"),
                row(
                        "checkpoint of another key",
                        Tampering::signWithOther,
                        FindingCode.CHECKPOINT_NOT_SIGNED,
                        "checkpoint of size 250"),
                row("times of two entries turned around", Tampering::backwards, FindingCode.TIME_RULE, LEAF));
    }

    private static Tampering row(String name, Consumer<StoredLog> breaking, FindingCode code, String where) {
        return new Tampering(name, breaking, code, where);
    }

    private static StoredLog.Row victim(StoredLog log) {
        return log.rows.get(VICTIM);
    }

    private static void payload(StoredLog log, byte[] bytes) {
        log.set(VICTIM, victim(log).with(new StoredPayload.Bytes(bytes)));
    }

    private static void exchangePayloads(StoredLog log) {
        StoredPayload first = victim(log).payload();
        log.set(VICTIM, victim(log).with(log.rows.get(VICTIM + 1).payload()));
        log.set(VICTIM + 1, log.rows.get(VICTIM + 1).with(first));
    }

    private static void deletePayload(StoredLog log) {
        log.set(VICTIM, victim(log).with(new StoredPayload.None()));
    }

    private static void erase(StoredLog log) {
        log.set(VICTIM, victim(log).with(new StoredPayload.Erased()));
    }

    private static void addPayload(StoredLog log) {
        log.set(120, log.rows.get(120).with(new StoredPayload.Bytes(new byte[1])));
    }

    private static void changeLeaf(StoredLog log) {
        log.set(VICTIM, victim(log).with(StoredLog.other(victim(log).leaf())));
    }

    private static void changeWithHash(StoredLog log) {
        changeLeaf(log);
        log.set(VICTIM, victim(log).rehashed());
    }

    private static void changeAndRecompute(StoredLog log) {
        changeWithHash(log);
        log.recompute();
    }

    private static void cutTail(StoredLog log) {
        log.rows.subList(690, StoredLog.SIZE).clear();
    }

    private static void cutAndRecompute(StoredLog log) {
        cutTail(log);
        log.recompute();
    }

    private static void closeGap(StoredLog log) {
        log.rows.remove(VICTIM);
        for (int i = VICTIM; i < log.rows.size(); i++) {
            log.set(i, log.rows.get(i).at(i));
        }
        log.recompute();
    }

    private static void insert(StoredLog log) {
        log.rows.add(VICTIM, victim(log));
        for (int i = VICTIM + 1; i < log.rows.size(); i++) {
            log.set(i, log.rows.get(i).at(i));
        }
        log.set(VICTIM, log.rows.get(VICTIM - 1).at(VICTIM));
        log.recompute();
    }

    private static void exchange(StoredLog log) {
        StoredLog.Row first = victim(log);
        log.set(VICTIM, log.rows.get(VICTIM + 1).at(VICTIM));
        log.set(VICTIM + 1, first.at(VICTIM + 1));
    }

    private static void foreign(StoredLog log) {
        log.set(VICTIM, StoredLog.row(new Origin("UA26-0008", 1), VICTIM));
    }

    private static void changeTile(StoredLog log) {
        log.tiles.computeIfPresent(TILE, (where, tile) -> {
            byte[] bytes = tile.bytes();
            bytes[5 * Hash.BYTES] ^= 1;
            return Tile.of(where, bytes);
        });
    }

    private static void signNonsense(StoredLog log) {
        log.checkpoints.set(4, SignedNote.sign("text\n", StoredLog.SIGNER).encode());
    }

    private static void signOther(StoredLog log) {
        log.checkpoints.set(
                4,
                Checkpoint.of("custody/UA26-0008/1", log.head)
                        .sign(StoredLog.SIGNER)
                        .encode());
    }

    private static void spoil(StoredLog log) {
        String note = log.checkpoints.get(4);
        int at = note.length() - 10;
        char other = note.charAt(at) == 'A' ? 'B' : 'A';
        log.checkpoints.set(4, note.substring(0, at) + other + note.substring(at + 1));
    }

    private static void signWithOther(StoredLog log) {
        String text = log.checkpoints.get(4);
        Checkpoint same =
                Checkpoint.parse(text.substring(0, text.indexOf("\n\n") + 1)).orThrow();
        log.checkpoints.set(4, same.sign(STRANGER).encode());
    }

    private static void backwards(StoredLog log) {
        Leaf leaf = victim(log).leaf();
        long before = leaf.index() * 1000 - 1001;
        log.set(
                VICTIM,
                victim(log)
                        .with(StoredLog.with(leaf, VICTIM, StoredLog.time(before, before)))
                        .rehashed());
        log.recompute();
        log.resign();
    }

    /** The same, and an erasure entry at the end says why. */
    static void eraseLawfully(StoredLog log) {
        erase(log);
        int last = StoredLog.SIZE - 1;
        log.set(
                last,
                log.rows
                        .get(last)
                        .with(StoredLog.of(EntryClass.ERASURE, last))
                        .with(new StoredPayload.None())
                        .rehashed());
        log.recompute();
        log.resign();
    }

    @Override
    public String toString() {
        return name;
    }
}
