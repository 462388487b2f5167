package custody.video.archive;

import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holes in the footage, each with its cause. Safe for many threads. */
public interface FootageGaps {

    /**
     * A hole.
     *
     * @param from a hole may also be footage that was recorded and whose file is missing, {@code file-missing}, while it is
     * @param to empty while it is open
     * @param detail one word more than the cause, as {@code sign-in-refused}
     */
    record Known(CameraId camera, Instant from, Optional<Instant> to, GapCause cause, String detail) {}

    /** Holes of a camera that touch the time, in order. */
    List<Known> in(CameraId camera, Instant from, Instant to);

    /** Holes of all cameras that are open now. */
    List<Known> open();
}
