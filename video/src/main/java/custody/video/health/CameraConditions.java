package custody.video.health;

import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How the cameras are. Safe for many threads. */
public interface CameraConditions {

    /** One camera now. */
    Condition of(CameraId camera);

    /** All cameras of a facility, by id. */
    List<Condition> of(String facility);

    /**
     * How much of a time is on record.
     *
     * @param from as asked for, or when the camera was added, if that is later
     * @param missing sum of its gaps, an open one up to {@code to}
     * @param gaps how many
     */
    record Uptime(Instant from, Instant to, Duration missing, int gaps) {
        /** Share on record, 0 to 1. */
        public double share() {
            long whole = Duration.between(from, to).toMillis();
            return whole <= 0 ? 0 : Math.clamp(1 - (double) missing.toMillis() / whole, 0, 1);
        }
    }

    /** How much of that time is on record. */
    Uptime uptime(CameraId camera, Instant from, Instant to);

    /** Tells each change until the handle is closed. The watcher must not block. */
    AutoCloseable watch(Consumer<Condition> watcher);
}
