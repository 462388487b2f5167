package custody.video.live;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Masks of cameras and their lifts. Safe for many threads. Changing masks, lifting and ending a lift are leaves before the
 * method returns. A lift ends by itself.
 */
public interface Masks {
    /** The longest lift. */
    Duration LONGEST_LIFT = Duration.ofMinutes(60);

    /**
     * A time during which a camera is shown without its masks, to the person who lifted them.
     *
     * @param until when it ends by itself
     * @param ended when somebody ended it before; empty otherwise
     */
    record Lift(
            UUID id, CameraId camera, Person by, String reason, Instant from, Instant until, Optional<Instant> ended) {
        /** Whether it is open at that moment. */
        public boolean open(Instant now) {
            return !now.isBefore(from) && now.isBefore(ended.orElse(until));
        }
    }

    /** A camera's masks; empty when it has none. */
    List<Mask> of(CameraId camera);

    /** Replaces a camera's masks. */
    void put(CameraId camera, List<Mask> masks, Person by, Instant now);

    /**
     * What must be painted over for that person now: the camera's masks, nothing during a lift of theirs; the whole picture for a
     * camera of a masked room that has no masks yet.
     */
    List<Mask> shown(CameraId camera, Person to, Instant now);

    /**
     * What must be painted over of footage of that time: what had to be then, in the room where the camera hung and with the masks that
     * it had, and what has to be now. Nothing during a lift of that person.
     */
    List<Mask> shownOf(CameraId camera, Instant from, Instant to, Person person, Instant now);

    /** Lifts a camera's masks for one person; refuses by {@link IllegalArgumentException} without a reason or above an hour. */
    Lift lift(CameraId camera, Person by, String reason, Duration length, Instant now);

    /** Ends a lift before its time; nothing happens when it has ended. */
    void end(UUID lift, Person by, Instant now);

    /** Lifts of a camera that touch the time, newest first. */
    List<Lift> lifts(CameraId camera, Instant from, Instant to);
}
