package custody.video.playback;

import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.List;

/** When nothing moved before a camera: help for whoever looks for something, and no evidence. Safe for many threads. */
@FunctionalInterface
public interface Stillness {
    /** A stretch without motion. */
    record Still(Instant from, Instant to) {}

    /** Stretches of a camera that touch the time, in order. */
    List<Still> in(CameraId camera, Instant from, Instant to);
}
