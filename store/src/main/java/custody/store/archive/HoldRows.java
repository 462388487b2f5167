package custody.store.archive;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.VideoFact;
import custody.store.database.Queries;
import custody.store.keys.DataKey;
import custody.store.records.Beside;
import custody.video.archive.Hold;
import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Hold.Signature;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Between holds and their rows. */
final class HoldRows {
    /**
     * Deletion takes this lock alone, holds take it together: so a hold is either there before a deletion looks, or comes after
     * the footage was gone.
     */
    static final long LOCK = 7_215_604_122L;

    static final String COLUMNS = """
            SELECT id, facility, cameras, from_at, to_at, event, data_key, placed, first, release
            FROM footage_hold WHERE""";
    private static final String INSERT = "WITH lock AS (SELECT pg_advisory_xact_lock_shared(" + LOCK + ")) " + """
            INSERT INTO footage_hold (id, facility, cameras, from_at, to_at, event, data_key, placed)
            SELECT ?::uuid, ?::text, ?::text[], ?::timestamptz, ?::timestamptz, ?::uuid, ?::uuid, ?::bytea FROM lock
            ON CONFLICT DO NOTHING""";

    private static final String ASKED =
            "UPDATE footage_hold SET first = ? WHERE event = ? AND holds AND first IS NULL AND data_key = ?";

    private final VideoKeys keys;
    private final SecureRandom random;

    HoldRows(VideoKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** The row of a hold that nobody has released. */
    Beside insert(Hold hold) {
        DataKey key = keys.now(hold.facility(), hold.placed().at());
        Map<String, String> words = words(hold.placed());
        words.put("ground", hold.ground().name());
        hold.record().ifPresent(record -> words.put("record", record.toString()));
        byte[] placed = Sealed.seal(key, random, "placed", hold.id().toString(), words);
        String[] cameras = hold.cameras().stream().map(CameraId::value).sorted().toArray(String[]::new);
        return Beside.of(
                INSERT,
                hold.id().value(),
                hold.facility(),
                cameras,
                hold.from(),
                hold.to(),
                hold.event().orElse(null),
                key.id(),
                placed);
    }

    /** A signature as the column {@code part} of the row keeps it. */
    byte[] sealed(HoldId id, UUID key, String part, Signature signature) {
        return Sealed.seal(keys.of(key), random, part, id.toString(), words(signature));
    }

    /**
     * The row of a hold that an event asks to release: whoever wrote it is the first of two. The second is whoever signs in and
     * agrees, never the badge that the first one typed.
     */
    Optional<Beside> asked(VideoFact.HoldReleased released, Event event, CustodyRecord record) {
        return record.event(released.hold()).map(held -> {
            UUID hold = released.hold().value();
            DataKey key = keys.now(record.number().facility().code(), held.recordedAt());
            var first = new Signature(new Person(event.recordedBy().number()), event.recordedAt(), released.reason());
            return Beside.of(ASKED, Sealed.seal(key, random, "first", hold.toString(), words(first)), hold, key.id());
        });
    }

    private static Map<String, String> words(Signature signature) {
        var words = new HashMap<String, String>();
        words.put("by", signature.by().badge());
        words.put("at", signature.at().toString());
        words.put("reason", signature.reason());
        return words;
    }

    /** A hold and the key of its row. */
    record Found(Hold hold, UUID key) {}

    Found read(Queries.Row row) throws SQLException {
        UUID id = row.id(1);
        DataKey key = keys.of(row.id(7));
        Map<String, String> placed =
                Sealed.open(key, "placed", id.toString(), row.bytesIfAny(8).orElseThrow());
        var hold = new Hold(
                new HoldId(id),
                row.text(2),
                cameras(row.columns().getArray(3)),
                row.time(4),
                row.time(5),
                Ground.valueOf(placed.getOrDefault("ground", Ground.OTHER.name())),
                placed.getOrDefault("reason", ""),
                Optional.ofNullable(placed.get("record")).map(UUID::fromString),
                row.idIfAny(6),
                signature(placed),
                row.bytesIfAny(9).map(bytes -> signature(key, "first", id, bytes)),
                row.bytesIfAny(10).map(bytes -> signature(key, "release", id, bytes)));
        return new Found(hold, row.id(7));
    }

    private static Signature signature(DataKey key, String part, UUID id, byte[] cipher) {
        return signature(Sealed.open(key, part, id.toString(), cipher));
    }

    private static Set<CameraId> cameras(Array array) throws SQLException {
        var cameras = new TreeSet<CameraId>();
        for (String camera : (String[]) array.getArray()) {
            cameras.add(new CameraId(camera));
        }
        return cameras;
    }

    private static Signature signature(Map<String, String> words) {
        return new Signature(
                new Person(words.getOrDefault("by", Person.NODE.badge())),
                Instant.parse(words.getOrDefault("at", Instant.EPOCH.toString())),
                words.getOrDefault("reason", ""));
    }
}
