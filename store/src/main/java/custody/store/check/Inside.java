package custody.store.check;

import custody.ledger.check.Finding;
import custody.ledger.check.FindingCode;
import custody.ledger.check.Findings;
import custody.ledger.check.LeafInspector;
import custody.ledger.check.StoredLeaf;
import custody.ledger.check.StoredPayload;
import custody.ledger.log.Commitments;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafHeader;
import custody.ledger.tree.Hash;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.payloads.Payload;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks inside each leaf: opens the payload with its key, commits its fields anew, and hands them on to be followed. The
 * caller says of each leaf which key and record its payload's row names.
 */
final class Inside implements LeafInspector {
    private final KnownKeys keys;
    private final Followed followed;
    private final VideoEntries video;
    private Beside beside = Beside.NOTHING;

    Inside(KnownKeys keys, Followed followed, VideoEntries video) {
        this.keys = keys;
        this.followed = followed;
        this.video = video;
    }

    /** What stands in the row of a payload. */
    record Beside(Optional<UUID> key, Optional<UUID> record, int version) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), 0);
    }

    /** The row beside the leaf that comes next. */
    void next(Beside row) {
        beside = row;
    }

    @Override
    public void inspect(LeafHeader header, StoredLeaf stored, Findings findings) {
        video.take(header);
        if (!(stored.payload() instanceof StoredPayload.Bytes(byte[] ciphertext))) {
            if (header.entryClass() == EntryClass.CONFIG) {
                followed.facility(header.facts());
            }
            return;
        }
        Optional<DataKey> key = key();
        Optional<List<Field>> fields = key.flatMap(
                        known -> known.open(Binding.entry(header.origin().text(), header.index()), ciphertext))
                .flatMap(Inside::decoded);
        if (key.isEmpty() || fields.isEmpty()) {
            findings.add(
                    FindingCode.PAYLOAD_UNREADABLE, where(header), "a payload under its key", "one that does not open");
            return;
        }
        Leaf leaf = Leaf.parse(stored.bytes()).orThrow();
        List<Hash> digests = Commitments.of(
                        key.get().secret(), header.origin(), header.index(), header.entryClass(), fields.get())
                .digests();
        if (!leaf.digests().equals(digests)) {
            findings.add(FindingCode.COMMITMENTS_DIFFER, where(header), "the digests of its fields", "others");
        }
        if (header.entryClass() == EntryClass.RECORD && beside.version() > 0) {
            Hash leafHash = Hash.of(stored.leafHash());
            followed.event(header, leafHash, beside, key.get(), fields.get())
                    .ifPresent(broken -> add(findings, broken));
        } else if (header.entryClass() == EntryClass.ROLE) {
            followed.officer(fields.get());
        }
    }

    private static void add(Findings findings, Finding broken) {
        findings.add(broken.code(), broken.where(), broken.expected(), broken.actual());
    }

    private Optional<DataKey> key() {
        try {
            Optional<UUID> id = beside.key();
            return id.isPresent() ? keys.find(id.get()) : Optional.empty();
        } catch (SQLException failed) {
            throw new Interrupted(failed);
        }
    }

    private static Optional<List<Field>> decoded(byte[] plain) {
        try {
            return Optional.of(Payload.decode(plain));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String where(LeafHeader header) {
        return "leaf " + header.index();
    }

    /** The database failed while the check ran. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException database;

        Interrupted(SQLException cause) {
            super(cause);
            this.database = cause;
        }

        SQLException database() {
            return database;
        }
    }
}
