package custody.node.video;

import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import custody.video.recorder.Line;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known to be durable of each camera's open segment, of the moment only. Safe for many threads. */
final class OpenStates {
    private final Map<CameraId, CameraAt> states = new ConcurrentHashMap<>();

    /** Takes a {@code fragment-synced} line. */
    void synced(Line line) {
        var camera = new CameraId(line.field("camera"));
        states.put(
                camera,
                new CameraAt(
                        camera,
                        line.number("sequence"),
                        (int) line.number("fragments"),
                        Octets.ofHex(line.field("root")),
                        false));
    }

    /** The segment is finished: what was known of it open counts no more. */
    void sealed(CameraId camera, long sequence) {
        states.computeIfPresent(camera, (_, state) -> state.sequence() <= sequence ? null : state);
    }

    List<CameraAt> all() {
        return states.values().stream().filter(state -> state.fragments() > 0).toList();
    }
}
