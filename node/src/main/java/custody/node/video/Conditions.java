package custody.node.video;

import custody.video.archive.FootageGaps;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.health.Condition.State;
import custody.video.health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * How the cameras are: states from the recorder, troubles from the pictures. Safe for many threads: who writes looks first at what is
 * known, so one writes at a time.
 */
final class Conditions implements CameraConditions {
    /** A recorder has told of every camera within this time. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(20);

    private static final String NOTHING_HEARD = "nothing-heard";

    private final Cameras cameras;
    private final FootageGaps gaps;
    private final InstantSource time;
    private final Map<CameraId, Instant> unknownSince = new ConcurrentHashMap<>();
    private final Map<CameraId, Condition> known = new ConcurrentHashMap<>();
    private final List<Consumer<Condition>> watchers = new CopyOnWriteArrayList<>();

    Conditions(Cameras cameras, FootageGaps gaps, InstantSource time) {
        this.cameras = cameras;
        this.gaps = gaps;
        this.time = time;
    }

    /** The recorder told a camera's state. */
    synchronized void told(CameraId camera, State state, String detail) {
        Set<Trouble> troubles = state == State.RECORDING ? of(camera).troubles() : Set.of();
        put(camera, state, troubles, detail);
    }

    /** Its pictures were judged. */
    synchronized void judged(CameraId camera, Set<Trouble> troubles) {
        Condition before = of(camera);
        if (before.state() == State.RECORDING) {
            put(camera, before.state(), troubles, before.detail());
        }
    }

    /** Something shows a state that the recorder told before we listened; what it tells itself counts more. */
    synchronized void shown(CameraId camera, State state, String detail) {
        Condition before = of(camera);
        if (nobodyKnows(before.state()) || before.detail().equals(NOTHING_HEARD)) {
            told(camera, state, detail);
        }
    }

    /** The recorder is gone, and nobody knows how the cameras are. */
    synchronized void recorderAway() {
        known.replaceAll((camera, condition) ->
                new Condition(camera, State.RECORDER_AWAY, Set.of(), time.instant(), "recorder-away"));
    }

    private static boolean nobodyKnows(State state) {
        return state == State.UNKNOWN || state == State.RECORDER_AWAY;
    }

    /**
     * A recorder that was never heard of is away as well; nobody waits for its first word for ever. Where it tells of other cameras it
     * is not away: then this one is not recorded.
     */
    synchronized void unheard(List<Camera> wanted) {
        Instant now = time.instant();
        boolean there = wanted.stream()
                .map(camera -> of(camera.id()))
                .anyMatch(condition ->
                        !nobodyKnows(condition.state()) && !condition.detail().equals(NOTHING_HEARD));
        Map<CameraId, Instant> before = Map.copyOf(unknownSince);
        unknownSince.clear();
        for (Camera camera : wanted) {
            State state = of(camera.id()).state();
            if (state == State.UNKNOWN || (there && state == State.RECORDER_AWAY)) {
                Instant since = before.getOrDefault(camera.id(), now);
                unknownSince.put(camera.id(), since);
                if (since.plus(FIRST_WORD).isBefore(now)) {
                    told(
                            camera.id(),
                            there ? State.OFFLINE : State.RECORDER_AWAY,
                            there ? NOTHING_HEARD : "recorder-away");
                }
            }
        }
    }

    private void put(CameraId camera, State state, Set<Trouble> troubles, String detail) {
        Condition before = known.get(camera);
        boolean same =
                before != null && before.state() == state && before.troubles().equals(troubles);
        if (!same) {
            var now = new Condition(camera, state, troubles, time.instant(), detail);
            known.put(camera, now);
            watchers.forEach(watcher -> watcher.accept(now));
        }
    }

    @Override
    public Condition of(CameraId camera) {
        return known.getOrDefault(camera, new Condition(camera, State.UNKNOWN, Set.of(), Instant.EPOCH, ""));
    }

    @Override
    public List<Condition> of(String facility) {
        return cameras.of(facility).stream()
                .map(this::now)
                .sorted(Comparator.comparing(Condition::camera))
                .toList();
    }

    private Condition now(Camera camera) {
        return camera.mode() == Camera.Mode.RECORDED
                ? of(camera.id())
                : new Condition(camera.id(), State.NOT_RECORDED, Set.of(), Instant.EPOCH, "policy");
    }

    @Override
    public Uptime uptime(CameraId camera, Instant wanted, Instant to) {
        Instant added = cameras.added(camera).orElse(wanted);
        Instant from = added.isAfter(wanted) ? added : wanted;
        Duration missing = Duration.ZERO;
        int count = 0;
        Instant covered = from;
        for (FootageGaps.Known gap : gaps.in(camera, from, to)) {
            Instant begin = gap.from().isBefore(covered) ? covered : gap.from();
            Instant end = gap.to().filter(at -> at.isBefore(to)).orElse(to);
            count++;
            if (begin.isBefore(end)) {
                missing = missing.plus(Duration.between(begin, end));
                covered = end;
            }
        }
        return new Uptime(from, to, missing, count);
    }

    @Override
    public AutoCloseable watch(Consumer<Condition> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
