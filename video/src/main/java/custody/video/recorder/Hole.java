package custody.video.recorder;

import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a camera's holes: opened once, with the first cause known, and closed by the next recorded picture. Every moment
 * since the camera was set up is either in a segment or in a hole. Owned by the session thread, and handed on from one
 * session of the camera to the next.
 */
final class Hole {
    private static final String KEY_FRAMES_ONLY = "key-frames-only";

    private final CameraId camera;
    private final RecorderEvents events;
    private Instant recordedUntil;
    private boolean open;
    private GapCause cause = GapCause.OFFLINE;
    private String detail = "";
    private Optional<Instant> keyFramesSince = Optional.empty();

    /** {@code recordedUntil} is the end of the last picture of earlier runs, for a camera without one the time when it was set up. */
    Hole(CameraId camera, RecorderEvents events, Instant recordedUntil) {
        this.camera = camera;
        this.events = events;
        this.recordedUntil = recordedUntil;
    }

    /** Another session goes on with it: an open one is told again, since whoever listens may have closed it meanwhile. */
    void handedOn() {
        if (open) {
            events.gapOpened(camera, recordedUntil, cause, detail);
        }
    }

    /** Nothing is recorded from now on, or still not; only the first cause of a hole counts. */
    void opened(GapCause why, String more) {
        if (!open) {
            open = true;
            cause = why;
            detail = more;
            events.gapOpened(camera, recordedUntil, why, more);
        }
    }

    /** A picture that arrived at {@code wall} is recorded again. */
    void closed(Instant wall) {
        if (open) {
            open = false;
            Instant from = recordedUntil;
            events.gap(new Gap(camera, from, from.isAfter(wall) ? from : wall, cause, detail));
        }
    }

    /** Everything until {@code end} is recorded. */
    void recorded(Instant end) {
        recordedUntil = end;
    }

    Instant recordedUntil() {
        return recordedUntil;
    }

    /** Whether only key frames are recorded, as told last. */
    boolean keyFramesOnly() {
        return keyFramesSince.isPresent();
    }

    /** From {@code wall} on only key frames are recorded, or all pictures again; told as a gap of its own beside the footage. */
    void keyFramesOnly(boolean only, Instant wall) {
        if (only) {
            keyFramesSince = Optional.of(wall);
            events.gapOpened(camera, wall, GapCause.DEGRADED, KEY_FRAMES_ONLY);
        } else {
            keyFramesSince.ifPresent(from -> events.gap(
                    new Gap(camera, from, from.isAfter(wall) ? from : wall, GapCause.DEGRADED, KEY_FRAMES_ONLY)));
            keyFramesSince = Optional.empty();
        }
    }
}
