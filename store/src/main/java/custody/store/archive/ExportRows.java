package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.keys.DataKey;
import custody.store.records.Beside;
import custody.video.archive.FootageCopy;
import custody.video.archive.Sha256;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.Exports.Export;
import custody.video.export.Exports.State;
import custody.video.export.Exports.Wanted;
import custody.video.export.Masking;
import custody.video.live.Mask;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What is known of exports; making them is the node's. */
public final class ExportRows {
    /** How the entry names its form. */
    public static final String FORMAT = "video-export-1";
    /** Format of the entry that names a manifest before its file is made. */
    public static final String MANIFEST_FORMAT = "video-export-manifest-1";

    /** How the entry of one that is asked for names its form. */
    public static final String ASKED_FORMAT = "video-export-asked-1";

    private static final String INSERT = """
            INSERT INTO footage_export (id, facility, camera, from_at, to_at, at, state, detail, data_key, asked)
            VALUES (?, ?, ?, ?, ?, ?, 'WAITING', '', ?, ?) ON CONFLICT (id) DO NOTHING""";

    private static final String COLUMNS =
            "SELECT id, facility, camera, from_at, to_at, at, state, sha256, detail, data_key, asked, masks, "
                    + LettingGo.GONE + ", painted FROM footage_export c WHERE";
    private static final String PART = "export";
    private static final String LIFT = "lift";
    private static final String RECORD = "record";

    private final Queries queries;
    private final VideoKeys keys;
    private final Noting noting;
    private final SecureRandom random;

    ExportRows(Queries queries, VideoKeys keys, Noting noting, SecureRandom random) {
        this.queries = queries;
        this.keys = keys;
        this.noting = noting;
        this.random = random;
    }

    /**
     * A new one, waiting; answers whether it is new. Who asked, for whom and why is sealed in its row, and the ledger binds the row. One
     * thread at a time.
     */
    public boolean add(UUID id, Wanted wanted, Person by, Instant now) {
        if (find(id).isPresent()) {
            return false;
        }
        DataKey key = keys.now(wanted.facility(), now);
        Map<String, String> words =
                new TreeMap<>(Map.of("by", by.badge(), "recipient", wanted.recipient(), "reason", wanted.reason()));
        wanted.lift().ifPresent(why -> words.put(LIFT, why));
        wanted.record().ifPresent(record -> words.put(RECORD, record.toString()));
        byte[] asked = Sealed.seal(key, random, PART, id.toString(), words);
        ClearFacts facts = ClearFacts.none()
                .with("format", ASKED_FORMAT)
                .with("camera", wanted.camera().value())
                .with("export", id.toString())
                .with("asked", new Sha256().of(ByteBuffer.wrap(asked)).hex());
        Beside row = Beside.of(
                INSERT,
                id,
                wanted.facility(),
                wanted.camera().value(),
                wanted.from(),
                wanted.to(),
                now,
                key.id(),
                asked);
        noting.note(EntryClass.VIDEO, facts, List.of(row));
        return true;
    }

    /** It goes on to another state that brings no file. */
    public void state(UUID id, State state, String detail) {
        queries.change(
                "UPDATE footage_export SET state = ?, detail = ? WHERE id = ? AND state <> 'READY'",
                state.name(),
                detail,
                id);
    }

    /**
     * Tells the ledger which manifest its file will have, and what becomes of the camera's masks; answers the entry's index, whose
     * proof goes into the file.
     */
    public long promise(UUID id, CameraId camera, String manifest, Masking masking) {
        ClearFacts facts = ClearFacts.none()
                .with("format", MANIFEST_FORMAT)
                .with("camera", camera.value())
                .with("export", id.toString())
                .with("manifest", manifest);
        ClearFacts whole = switch (masking) {
            case Masking.None _ -> facts;
            case Masking.Painted(var masks) -> facts.with("painted", masks.size());
            case Masking.Lifted(var masks, var _) -> facts.with("masks-lifted", masks);
        };
        return noting.note(EntryClass.VIDEO, whole, List.of());
    }

    /** Its file is ready, with these masks painted: the ledger is told of its hash, and only then may it be fetched. One that was cancelled stays so. */
    public void ready(UUID id, CameraId camera, String sha256, List<Mask> painted) {
        ClearFacts facts = ClearFacts.none()
                .with("format", FORMAT)
                .with("camera", camera.value())
                .with("export", id.toString())
                .with("sha256", sha256);
        String sql = "UPDATE footage_export SET state = 'READY', sha256 = ?, masks = ?, painted = ?, detail = ''"
                + " WHERE id = ? AND state <> 'CANCELLED'";
        noting.note(
                EntryClass.VIDEO,
                facts,
                List.of(Beside.of(sql, sha256, painted.size(), CameraPasts.text(painted), id)));
    }

    /** What a node that was ended left half done is over. */
    public void forgetUnfinished() {
        queries.change("UPDATE footage_export SET state = 'FAILED', detail = 'interrupted'"
                + " WHERE state IN ('WAITING', 'RUNNING')");
    }

    /** One of them. */
    public Optional<Export> find(UUID id) {
        return queries.first(COLUMNS + " id = ?", this::export, id);
    }

    /** As retention sees one. */
    Optional<FootageCopy> copy(UUID id) {
        return find(id).map(export -> new FootageCopy(
                id,
                export.wanted().facility(),
                export.wanted().camera(),
                export.wanted().from(),
                export.wanted().to(),
                Optional.empty()));
    }

    /** Of a facility, newest first. */
    public List<Export> of(String facility) {
        return queries.list(COLUMNS + " facility = ? ORDER BY at DESC, id LIMIT 500", this::export, facility);
    }

    private Export export(Queries.Row row) throws SQLException {
        UUID id = row.id(1);
        Map<String, String> words = Sealed.open(
                keys.of(row.id(10)), PART, id.toString(), row.bytesIfAny(11).orElseThrow());
        State state = row.columns().getBoolean(13) ? State.GONE : State.valueOf(row.text(7));
        return new Export(
                id,
                new Wanted(
                        row.text(2),
                        new CameraId(row.text(3)),
                        row.time(4),
                        row.time(5),
                        words.getOrDefault("recipient", ""),
                        words.getOrDefault("reason", ""),
                        Optional.ofNullable(words.get(LIFT)),
                        Optional.ofNullable(words.get(RECORD)).map(UUID::fromString)),
                new Person(words.getOrDefault("by", Person.NODE.badge())),
                row.time(6),
                state,
                state == State.READY ? 100 : 0,
                row.textIfAny(8),
                row.columns().getInt(12),
                row.textIfAny(14).map(CameraPasts::masks).orElse(List.of()),
                row.text(9));
    }
}
