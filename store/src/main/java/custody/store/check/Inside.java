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
import custody.store.payloads.ReadingFields;
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
    private final Declarations declarations;
    private final CameraAlarmCheck cameraAlarms;
    private Beside beside = Beside.NOTHING;

    Inside(
            KnownKeys keys,
            Followed followed,
            VideoEntries video,
            Declarations declarations,
            CameraAlarmCheck cameraAlarms) {
        this.declarations = declarations;
        this.cameraAlarms = cameraAlarms;
        this.keys = keys;
        this.followed = followed;
        this.video = video;
    }

    /**
     * What stands in the row of an entry. It finds the payload and nothing more: no leaf commits to it, so it says neither
     * what the payload is nor whose.
     */
    record Beside(Optional<UUID> dataKey, Optional<UUID> record, Optional<Integer> version) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), Optional.empty());

        /** The key that is said to open the payload. */
        Optional<UUID> key() {
            return dataKey.or(() -> record);
        }

        /** Whether it stands so beside an event of that record. */
        boolean ofEvent(UUID event, int number) {
            return equals(new Beside(Optional.empty(), Optional.of(event), Optional.of(number)));
        }

        /** Whether it stands so beside a payload that is no event: under that record's own key, or under a shared one. */
        boolean ofOther(Optional<UUID> concerned) {
            return version.isEmpty() && record.equals(concerned) && dataKey.isEmpty() == concerned.isPresent();
        }
    }

    /** The row beside the leaf that comes next. */
    void next(Beside row) {
        beside = row;
    }

    @Override
    public void inspect(LeafHeader header, StoredLeaf stored, Findings findings) {
        video.take(header);
        if (!(stored.payload() instanceof StoredPayload.Bytes(byte[] ciphertext))) {
            if (header.payload() == null && !beside.equals(Beside.NOTHING)) {
                misplaced(header, "nothing beside an entry in clear", findings);
            }
            if (header.entryClass() == EntryClass.CONFIG) {
                declarations.take(header.facts(), followed.facilities());
                followed.facility(header.facts());
            }
            cameraAlarms.take(header.entryClass(), header.facts());
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
        if (header.entryClass() == EntryClass.RECORD && !ReadingFields.looks(fields.get())) {
            Hash leafHash = Hash.of(stored.leafHash());
            followed.event(header, leafHash, beside, key.get(), fields.get())
                    .ifPresent(broken -> add(findings, broken));
            return;
        }
        if (header.entryClass() == EntryClass.ROLE) {
            followed.officer(fields.get());
        }
        cameraAlarms.take(header, fields.get());
        other(header, fields.get(), findings);
    }

    /** A look or an officer: who looked at a record is listed by its row, which must be that of the look. */
    private void other(LeafHeader header, List<Field> fields, Findings findings) {
        Optional<UUID> concerned =
                header.entryClass() == EntryClass.RECORD ? ReadingFields.record(fields) : Optional.empty();
        if (!beside.ofOther(concerned)) {
            String of = concerned.map(record -> "a look at record " + record).orElse("an entry of no record");
            misplaced(header, of, findings);
        }
    }

    private static void misplaced(LeafHeader header, String expected, Findings findings) {
        findings.add(FindingCode.ROW_DIFFERS, where(header), expected, "a row of another");
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
