package custody.node.video;

import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import custody.video.recorder.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What is known to be durable of each camera's open segment, and when the recorder said so: what it said before it went away proves
 * nothing of the time since. Safe for many threads.
 */
final class OpenStates {
    private record Open(CameraAt state, Instant at) {}

    private final Map<CameraId, Open> states = new ConcurrentHashMap<>();
    private final Map<CameraId, Instant> heard = new ConcurrentHashMap<>();

    /**
     * Takes a {@code fragment-synced} line. The recorder's own time counts, since its line may have waited to be read; {@code now} is for a
     * recorder of an earlier version, which does not tell it.
     */
    void synced(Line line, Instant now) {
        var camera = new CameraId(line.field("camera"));
        Instant at = line.field("at").isEmpty() ? now : Instant.parse(line.field("at"));
        var state = new CameraAt(
                camera,
                line.number("sequence"),
                (int) line.number("fragments"),
                Octets.ofHex(line.field("root")),
                false);
        states.put(camera, new Open(state, at));
        heard.put(camera, at);
    }

    /** The segment is finished: what was known of it open counts no more. */
    void sealed(CameraId camera, long sequence) {
        states.computeIfPresent(camera, (_, open) -> open.state().sequence() <= sequence ? null : open);
    }

    /** Open segments of which something became durable since then. */
    List<CameraAt> since(Instant from) {
        return states.values().stream()
                .filter(open -> open.state().fragments() > 0 && !open.at().isBefore(from))
                .map(Open::state)
                .toList();
    }

    /** Cameras of which something became durable since then, whether its segment is open or finished by now. */
    Set<CameraId> heardSince(Instant from) {
        return heard.entrySet().stream()
                .filter(camera -> !camera.getValue().isBefore(from))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
