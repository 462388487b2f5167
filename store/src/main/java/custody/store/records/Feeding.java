package custody.store.records;

import custody.ledger.log.LeafTime;
import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TreeHasher;
import custody.ledger.tree.TreeHead;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.store.database.Database;
import custody.store.keys.DataKey;
import custody.store.ledger.Epoch;
import custody.store.ledger.Sealer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Feeds the committer with rows of an empty epoch that nobody decided and no list shows, so that the costs of the append can be
 * told apart. What follows after the rows (tree, head, commit, reading back, sealing) is the node's own. One owner.
 */
public final class Feeding implements AutoCloseable {
    /** Most batches that await the disk together. */
    public static final int UNDER_WAY = Committer.UNDER_WAY;

    private final Epoch epoch;
    private final SecureRandom random;
    private final TileBuilder tree = TileBuilder.empty();
    private final Committer committer;

    /** For an epoch that has no entries yet. */
    public Feeding(Database database, Epoch epoch, Sealer sealer, SecureRandom random) {
        this.epoch = epoch;
        this.random = random;
        this.committer = new Committer(
                database, epoch.number(), batch -> sealer.committed(batch.head()), () -> {}, sealer::refusal);
    }

    /**
     * Bytes that an event stores.
     *
     * @param leaf the leaf
     * @param payload the ciphertext
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    public record Stored(byte[] leaf, byte[] payload) {}

    /**
     * A record to which events are added.
     *
     * @param record as it stands at the beginning
     * @param key its key
     */
    public record Target(CustodyRecord record, DataKey key) {}

    /** Hands a batch of given bytes, hashed; the payloads' own hashes are known. */
    public void opaque(List<Stored> bytes, UUID record, int version) throws InterruptedException {
        var hasher = new TreeHasher();
        List<Row> rows = new ArrayList<>(bytes.size());
        for (Stored stored : bytes) {
            var payload = new Row.Payloaded(
                    record, version + rows.size(), record, stored.payload(), Hash.sha256(stored.payload()));
            rows.add(new Row(tree.size() + rows.size(), stored.leaf(), hasher.leaf(stored.leaf()), payload));
        }
        hand(rows);
    }

    /** Hands a batch of events, one a record, committed and encrypted; answers what they store. */
    public List<Stored> committed(List<Target> targets, Draft draft, Writer writer, int version, LeafTime now)
            throws InterruptedException {
        List<Strand> strands = new ArrayList<>(targets.size());
        for (Target target : targets) {
            Strand strand = new Strand(new Kept(target.record(), TreeHead.EMPTY.root(), target.key()));
            var adding = new Wish.Adding(target.record().id(), draft, null, writer, false, new CompletableFuture<>());
            Entry event = new Entry.Happened(event(target.record(), draft, writer, version, now));
            Settled settled = new Settled(adding, List.of(event), _ -> {});
            settled.place(tree.size() + strands.size());
            strand.settle(settled);
            strands.add(strand);
        }
        byte[] nonces = new byte[strands.size() * Encoding.NONCE_BYTES];
        random.nextBytes(nonces);
        Encoding encoding = Encoding.of(epoch.origin(), now, tree.size(), nonces);
        Sharing.each(strands, encoding::encode);
        List<Row> rows = strands.stream()
                .flatMap(strand -> strand.settled().getFirst().rows().stream())
                .toList();
        hand(rows);
        return rows.stream().map(Feeding::stored).toList();
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.leaf(),
                Optional.ofNullable(row.payload())
                        .map(Row.Payloaded::ciphertext)
                        .orElseThrow());
    }

    private static Event event(CustodyRecord record, Draft draft, Writer writer, int version, LeafTime now) {
        return new Event(
                new EventId(UUID.randomUUID()),
                record.id(),
                version,
                draft.occurrence(),
                now.recordedAt(),
                writer.badge(),
                draft.performedBy(),
                draft.present(),
                draft.place(),
                draft.lateReason(),
                draft.note(),
                draft.fact());
    }

    private void hand(List<Row> rows) throws InterruptedException {
        long first = tree.size();
        List<Tile> tiles = tree.append(rows.stream().map(Row::leafHash).toList());
        committer.hand(new Batch(
                first,
                rows,
                tree.head(),
                Batch.frontier(tree),
                tiles,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Waits until all that was handed is committed and read back; fails if something was not. */
    public void settle() {
        if (!committer.settle() || committer.stopped().isPresent()) {
            throw new IllegalStateException("a batch failed; the log says why");
        }
    }

    @Override
    public void close() {
        committer.close();
    }
}
