package custody.node.video;

import custody.record.desk.CustodyRecords;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.video.camera.Camera;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.health.Trouble;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Flags a detainee who is in a room whose cameras are all off: once for each such stretch, in the record itself, so that it is
 * asked of people and reaches the desk like every other flag. Rooms that have no camera, and those where nothing may be recorded,
 * are no matter of this.
 */
final class Coverage {
    /** A camera that comes back within this time costs nobody a question. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Troubles with which a camera sees nobody. */
    private static final Set<Trouble> BLIND = EnumSet.of(Trouble.FROZEN, Trouble.BLACK, Trouble.COVERED);

    private final Set<String> asked = new HashSet<>();
    private final Supplier<List<Camera>> recorded;
    private final CameraConditions conditions;
    private final Supplier<List<RecordId>> present;
    private final Function<RecordId, Optional<CustodyRecord>> reading;
    private final CustodyRecords records;
    private final InstantSource time;

    Coverage(
            Supplier<List<Camera>> recorded,
            CameraConditions conditions,
            Supplier<List<RecordId>> present,
            Function<RecordId, Optional<CustodyRecord>> reading,
            CustodyRecords records,
            InstantSource time) {
        this.recorded = recorded;
        this.conditions = conditions;
        this.present = present;
        this.reading = reading;
        this.records = records;
        this.time = time;
    }

    /** One look; answers how many flags were raised. */
    int turn() {
        Map<String, Instant> dark = dark();
        if (dark.isEmpty()) {
            return 0;
        }
        int raised = 0;
        for (RecordId id : present.get()) {
            Optional<RoomCode> room = reading.apply(id)
                    .flatMap(record -> Optional.ofNullable(record.situation().room()));
            Instant since = room.map(code -> dark.get(code.code())).orElse(null);
            if (room.isPresent() && since != null) {
                raise(id, room.get(), since);
                raised++;
            }
        }
        return raised;
    }

    /** Rooms of which no camera records, and since when. */
    private Map<String, Instant> dark() {
        Instant now = time.instant();
        Map<String, Instant> dark = new HashMap<>();
        Map<String, Boolean> lit = new HashMap<>();
        for (Camera camera : recorded.get()) {
            Condition condition = conditions.of(camera.id());
            boolean off = blind(condition) && condition.since().plus(PATIENCE).isBefore(now);
            lit.merge(camera.room(), !off, Boolean::logicalOr);
            if (off) {
                dark.merge(camera.room(), condition.since(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        dark.keySet().removeIf(room -> lit.getOrDefault(room, false));
        return dark;
    }

    /** Whether nobody could be seen: not recorded, or recorded blind. */
    private static boolean blind(Condition condition) {
        return switch (condition.state()) {
            case RECORDING -> !Collections.disjoint(condition.troubles(), BLIND);
            case UNKNOWN, NOT_RECORDED -> false;
            case CONNECTING, STALE, NO_KEY_FRAME, OFFLINE, RECORDER_AWAY -> true;
        };
    }

    /** The request key makes it once for a stretch, however often it is looked. */
    private void raise(RecordId record, RoomCode room, Instant since) {
        var fact = new FlagRaised(Flag.NO_CAMERA_COVERAGE, List.of(), "room=" + room);
        String key = "coverage/" + record + "/" + room + "/" + since.getEpochSecond();
        if (!asked.add(key)) {
            return;
        }
        var writer = new Writer(Badge.SYSTEM, new RequestKey(key, digest(key)));
        var _ = records.addBySystem(
                record, Draft.of(fact, new Occurrence(since, null, Occurrence.Source.LIVE)), writer);
    }

    private static String digest(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
