package custody.video.archive;

import custody.video.camera.CameraId;
import java.time.Instant;

/**
 * A hole in a camera's footage, said openly.
 *
 * @param from end of the last picture before it
 * @param to arrival of the first picture behind it
 * @param detail one word more than the cause, as {@code sign-in-refused}; never free text from a camera
 */
public record Gap(CameraId camera, Instant from, Instant to, GapCause cause, String detail) {
    public Gap {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("gap ends before it begins");
        }
    }
}
