package custody.video.recorder;

import custody.video.camera.CameraId;
import custody.video.recorder.RecorderEvents.CameraState;
import java.io.IOException;

/** Whether the disk takes what one camera sends, and when it is tried again. Owned by the camera's session thread. */
final class WriteTrouble {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    /** A disk that takes a second now and then is not well: only after so long without a failure pictures count as written. */
    private static final long WRITTEN_FOR_NANOS = 5_000_000_000L;

    private final CameraId camera;
    private final RecorderEvents events;
    private boolean lasts;
    private long failedAt;
    private long pauseEnds;

    WriteTrouble(CameraId camera, RecorderEvents events) {
        this.camera = camera;
        this.events = events;
    }

    /** Something could not be written. */
    void failed(IOException why, long now) {
        if (!lasts) {
            // Once: the lines wait in memory while the disk is full, and those of holes must not be crowded out.
            events.disk("failed", String.valueOf(why.getMessage()));
        }
        lasts = true;
        failedAt = now;
        pauseEnds = now + PAUSE_NANOS;
        events.state(camera, CameraState.NOT_WRITTEN, "disk");
    }

    /** What arrived then was written. */
    void written(long arrival) {
        if (lasts && arrival - failedAt > WRITTEN_FOR_NANOS) {
            lasts = false;
            events.state(camera, CameraState.RECORDING, "");
        }
    }

    /** Whether it is too early to try again. */
    boolean pauses(long now) {
        return now < pauseEnds;
    }

    boolean lasts() {
        return lasts;
    }
}
