package custody.node.video;

import custody.ledger.tree.Hash;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.video.archive.FootageGaps;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flags a detainee who is in a room that no camera records: once for each such stretch, in the record itself, so that it is
 * asked of people and reaches the desk like every other flag. The stretch begins when the last camera saw its last, or when the person
 * came, whichever is later. That all its cameras are off, were taken out or never were makes no difference; rooms where nothing may be
 * recorded are no matter of this. One thread.
 */
final class Coverage {
    private static final Logger LOG = LoggerFactory.getLogger(Coverage.class);

    /** A camera that comes back within this time costs nobody a question. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Troubles with which a camera sees nobody. */
    private static final Set<Trouble> BLIND =
            EnumSet.of(Trouble.FROZEN, Trouble.BLACK, Trouble.COVERED, Trouble.REPEATED, Trouble.UNREADABLE);

    private final Map<CameraId, Instant> blindSince = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Instant> filmed = new HashMap<>();
    private final Rooms rooms;
    private final Supplier<List<Camera>> recorded;
    private final CameraConditions conditions;
    private final FootageGaps gaps;
    private final Supplier<List<RecordId>> present;
    private final Function<RecordId, Optional<CustodyRecord>> reading;
    private final CustodyRecords records;
    private final InstantSource time;

    /** The rooms of the house. */
    interface Rooms {
        /** Codes of those that ought to be recorded, whether or not they have a camera. */
        Set<String> ought();

        /** When the footage of each room ends; empty for those of which there is none. */
        Map<String, Instant> lastRecorded();
    }

    Coverage(
            Rooms rooms,
            Supplier<List<Camera>> recorded,
            CameraConditions conditions,
            FootageGaps gaps,
            Supplier<List<RecordId>> present,
            Function<RecordId, Optional<CustodyRecord>> reading,
            CustodyRecords records,
            InstantSource time) {
        this.rooms = rooms;
        this.recorded = recorded;
        this.conditions = conditions;
        this.gaps = gaps;
        this.present = present;
        this.reading = reading;
        this.records = records;
        this.time = time;
    }

    /** One look; answers how many flags were raised. */
    int turn() {
        Instant now = time.instant();
        Map<String, Instant> dark = dark(now);
        if (dark.isEmpty()) {
            return 0;
        }
        int raised = 0;
        for (RecordId id : present.get()) {
            Optional<CustodyRecord> record = reading.apply(id);
            Optional<RoomCode> room = record.flatMap(
                    found -> Optional.ofNullable(found.situation().room()));
            Instant off = room.map(code -> dark.get(code.code())).orElse(null);
            if (record.isPresent() && room.isPresent() && off != null) {
                Instant came = cameInto(room.get(), record.get());
                Instant since = came.isAfter(off) ? came : off;
                if (since.plus(PATIENCE).isBefore(now) && raise(id, room.get(), since)) {
                    raised++;
                }
            }
        }
        return raised;
    }

    /** Rooms of which no camera records, and since when. */
    private Map<String, Instant> dark(Instant now) {
        List<Camera> cameras = recorded.get();
        follow(cameras);
        Map<String, Instant> dark = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Camera camera : cameras) {
            filmed.put(camera.room(), now);
            Instant off = blindSince.get(camera.id());
            if (off == null) {
                seen.add(camera.room());
            } else {
                dark.merge(camera.room(), off, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        dark.keySet().removeAll(seen);
        withoutCamera(cameras, now).forEach(dark::putIfAbsent);
        return dark;
    }

    /** Rooms that ought to be recorded and have no camera for it; the end of their footage outlasts the node. */
    private Map<String, Instant> withoutCamera(List<Camera> cameras, Instant now) {
        Set<String> rest = new HashSet<>(rooms.ought());
        cameras.forEach(camera -> rest.remove(camera.room()));
        // Until the last of its footage is in the index.
        rest.removeIf(
                room -> filmed.getOrDefault(room, Instant.EPOCH).plus(PATIENCE).isAfter(now));
        if (rest.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> ends = rooms.lastRecorded();
        return rest.stream()
                .collect(Collectors.toMap(
                        room -> room, room -> ends.getOrDefault(room, filmed.getOrDefault(room, Instant.EPOCH))));
    }

    /** A camera that tries to connect again and again changes its condition each time, and sees nobody all the while. */
    private void follow(List<Camera> cameras) {
        Map<CameraId, Instant> before = Map.copyOf(blindSince);
        blindSince.clear();
        for (Camera camera : cameras) {
            Condition condition = conditions.of(camera.id());
            if (blind(condition)) {
                Instant known = before.get(camera.id());
                blindSince.put(camera.id(), known == null ? began(condition) : known);
            }
        }
    }

    /** The hole in the footage begins with the last picture, before anybody noticed, and outlasts the node. */
    private Instant began(Condition condition) {
        return gaps.open().stream()
                .filter(gap -> gap.camera().equals(condition.camera()))
                .map(FootageGaps.Known::from)
                .filter(from -> from.isBefore(condition.since()))
                .findFirst()
                .orElse(condition.since());
    }

    /** Since when the person is in the room, by all that is written. */
    private static Instant cameInto(RoomCode room, CustodyRecord record) {
        Instant came = Instant.MAX;
        for (Instant at :
                new TreeSet<>(record.events().stream().map(Event::occurredAt).toList()).descendingSet()) {
            if (!room.equals(record.situationAt(at).room())) {
                return came;
            }
            came = at;
        }
        return came;
    }

    /** Whether nobody could be seen: not recorded, or recorded blind. */
    private static boolean blind(Condition condition) {
        return switch (condition.state()) {
            case RECORDING -> !Collections.disjoint(condition.troubles(), BLIND);
            case UNKNOWN, NOT_RECORDED -> false;
            case CONNECTING, STALE, NO_KEY_FRAME, NOT_WRITTEN, OFFLINE, RECORDER_AWAY -> true;
        };
    }

    /** The request key makes it once for a stretch, however often it is looked. */
    private boolean raise(RecordId record, RoomCode room, Instant since) {
        var fact = new FlagRaised(Flag.NO_CAMERA_COVERAGE, List.of(), "room=" + room);
        String key = "coverage/" + record + "/" + room + "/" + since.getEpochSecond();
        if (asked.contains(key)) {
            return false;
        }
        var writer =
                new Writer(Badge.SYSTEM, new RequestKey(key, Hash.sha256(key).hex()));
        Outcome outcome = records.addBySystem(
                record, Draft.of(fact, new Occurrence(since, null, Occurrence.Source.LIVE)), writer);
        asked.add(key);
        if (outcome instanceof Outcome.Stored stored) {
            return !stored.repeated();
        }
        LOG.atWarn()
                .addKeyValue("record", record)
                .addKeyValue("why", outcome.getClass().getSimpleName())
                .log("missing coverage could not be flagged");
        return false;
    }
}
