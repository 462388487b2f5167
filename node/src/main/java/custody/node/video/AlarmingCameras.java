package custody.node.video;

import custody.record.catalogue.Wire;
import custody.record.desk.CameraAlarm;
import custody.record.events.FacilityCode;
import custody.store.alarms.PostgresCameraAlarms;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.health.Condition.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Raises an alarm for every camera that is in trouble, whoever is in its room, and settles it when the camera is well. What lasts is
 * read from the database at each turn, so a node that died in between raises nothing twice and forgets nothing. One thread.
 */
final class AlarmingCameras {
    /** A camera that is well again within this time rings nobody. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    /** A camera must have been well for so long; pictures are judged anew after a start. */
    static final Duration WELL_FOR = Duration.ofSeconds(12);

    private static final String RECORDER_AWAY = "recorder-away";
    private static final String NOT_WRITTEN = "not-written";

    /** A camera, empty for the recorder and the archive, and what is wrong with it. */
    private record Trouble(String camera, String word) {
        static Trouble of(CameraAlarm alarm) {
            return new Trouble(alarm.camera(), alarm.trouble());
        }
    }

    private static final Comparator<Trouble> ORDER =
            Comparator.comparing(Trouble::camera).thenComparing(Trouble::word);

    private final Map<Trouble, Instant> began = new HashMap<>();
    private final Map<Trouble, Instant> seen = new HashMap<>();

    private final FacilityCode facility;
    private final Supplier<List<Camera>> recorded;
    private final CameraConditions conditions;
    private final ArchiveTroubles archive;
    private final PostgresCameraAlarms alarms;
    private final InstantSource time;
    private final Runnable alarmed;

    AlarmingCameras(
            FacilityCode facility,
            Supplier<List<Camera>> recorded,
            CameraConditions conditions,
            ArchiveTroubles archive,
            PostgresCameraAlarms alarms,
            InstantSource time,
            Runnable alarmed) {
        this.facility = facility;
        this.recorded = recorded;
        this.conditions = conditions;
        this.archive = archive;
        this.alarms = alarms;
        this.time = time;
        this.alarmed = alarmed;
    }

    /** One look at all cameras; answers how many alarms were raised. */
    int turn() {
        Instant now = time.instant();
        List<Camera> cameras = recorded.get();
        Map<Trouble, Instant> present = present(cameras, now);
        List<CameraAlarm> lasting = alarms.lasting(facility);
        Set<Trouble> told = lasting.stream().map(Trouble::of).collect(Collectors.toSet());
        int raised = 0;
        for (Map.Entry<Trouble, Instant> trouble : present.entrySet()) {
            if (trouble.getValue().plus(PATIENCE).isBefore(now) && !told.contains(trouble.getKey())) {
                alarms.raise(
                        facility, trouble.getKey().camera(), trouble.getKey().word(), trouble.getValue(), now);
                raised++;
            }
        }
        for (CameraAlarm alarm : lasting) {
            if (over(alarm, cameras, now)) {
                alarms.settle(alarm, now);
                seen.remove(Trouble.of(alarm));
            }
        }
        if (raised > 0) {
            alarmed.run();
        }
        return raised;
    }

    /** Every trouble of now and since when; a camera that tries to connect again and again is in one trouble all the while. */
    private Map<Trouble, Instant> present(List<Camera> cameras, Instant now) {
        Map<Trouble, Instant> present = new TreeMap<>(ORDER);
        for (Camera camera : cameras) {
            Condition condition = conditions.of(camera.id());
            for (Trouble trouble : troubles(condition)) {
                present.put(trouble, began.getOrDefault(trouble, condition.since()));
                seen.put(trouble, now);
            }
        }
        for (ArchiveTroubles.Word word : ArchiveTroubles.Word.values()) {
            archive.since(word).ifPresent(since -> present.put(new Trouble("", Wire.name(word)), since));
        }
        began.clear();
        began.putAll(present);
        return present;
    }

    /** What is wrong with a camera, as alarms name it. */
    private static Set<Trouble> troubles(Condition condition) {
        String camera = condition.camera().value();
        return switch (condition.state()) {
            case UNKNOWN, NOT_RECORDED -> Set.of();
            case RECORDER_AWAY -> Set.of(new Trouble("", RECORDER_AWAY));
            // A disk that takes nothing is one alarm, however many cameras write to it.
            case NOT_WRITTEN -> Set.of(new Trouble("", NOT_WRITTEN));
            case CONNECTING, STALE, OFFLINE -> Set.of(new Trouble(camera, Wire.name(State.OFFLINE)));
            case NO_KEY_FRAME -> Set.of(new Trouble(camera, Wire.name(State.NO_KEY_FRAME)));
            case RECORDING ->
                condition.troubles().stream()
                        .map(trouble -> new Trouble(camera, Wire.name(trouble)))
                        .collect(Collectors.toSet());
        };
    }

    /** Whether what an alarm tells is no more: the camera is well for a while, or is recorded no longer. */
    private boolean over(CameraAlarm alarm, List<Camera> cameras, Instant now) {
        if (alarm.camera().isEmpty()) {
            return ofAllOver(alarm, cameras, now);
        }
        CameraId id = new CameraId(alarm.camera());
        if (cameras.stream().noneMatch(camera -> camera.id().equals(id))) {
            return true;
        }
        // Whoever cannot be seen now is not well because nobody knows.
        return conditions.of(id).state() == State.RECORDING && unseenForLong(alarm, now);
    }

    /** Whether an alarm about the recorder or the archive, and so about all cameras, is over. */
    private boolean ofAllOver(CameraAlarm alarm, List<Camera> cameras, Instant now) {
        Set<State> states = EnumSet.noneOf(State.class);
        cameras.forEach(camera -> states.add(conditions.of(camera.id()).state()));
        if (alarm.trouble().equals(RECORDER_AWAY)) {
            return !states.contains(State.RECORDER_AWAY) && !states.equals(Set.of(State.UNKNOWN));
        }
        if (alarm.trouble().equals(NOT_WRITTEN)) {
            return cameras.isEmpty()
                    || (states.contains(State.RECORDING)
                            && !states.contains(State.NOT_WRITTEN)
                            && unseenForLong(alarm, now));
        }
        // Nobody here looks after a trouble of another version, so nobody would ever settle it.
        return ArchiveTroubles.Word.named(alarm.trouble())
                .map(word -> over(word, alarm))
                .orElse(true);
    }

    private boolean over(ArchiveTroubles.Word word, CameraAlarm alarm) {
        return switch (word) {
            case DISK_FILLING, CLOCK_AHEAD, NOT_JUDGED -> archive.well(word);
            // The next look reads other footage, so that it finds nothing does not make good what was found.
            case FOOTAGE_DIFFERS -> alarm.acknowledged().isPresent() && archive.well(word);
        };
    }

    private boolean unseenForLong(CameraAlarm alarm, Instant now) {
        return seen.computeIfAbsent(Trouble.of(alarm), _ -> now).plus(WELL_FOR).isBefore(now);
    }
}
