package custody.video.health;

import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.Set;

/**
 * How a camera is just now.
 *
 * @param state from the recorder
 * @param troubles with the picture, judged from key frames; empty unless it records
 * @param since when state or troubles last changed
 * @param detail one word more, as {@code sign-in-refused}; may be empty
 */
public record Condition(CameraId camera, State state, Set<Trouble> troubles, Instant since, String detail) {
    public Condition {
        troubles = Set.copyOf(troubles);
    }

    /** What the recorder does with it. */
    public enum State {
        /** Nothing heard yet. */
        UNKNOWN,
        CONNECTING,
        RECORDING,
        /** Connected, but no data for three seconds. */
        STALE,
        /** Data comes, but nothing that can be recorded. */
        NO_KEY_FRAME,
        /** Pictures come, but the disk does not take them. */
        NOT_WRITTEN,
        /** Not connected. */
        OFFLINE,
        /** The recorder itself does not run. */
        RECORDER_AWAY,
        /** Deliberately not recorded. */
        NOT_RECORDED
    }

    /** Whether it records and shows what it should. */
    public boolean well() {
        return (state == State.RECORDING && troubles.isEmpty()) || state == State.NOT_RECORDED;
    }
}
