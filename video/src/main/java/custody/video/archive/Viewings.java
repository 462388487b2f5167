package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Instant;
import java.util.List;

/** Looks at footage (Police Law 27). The leaf is committed before {@link #viewed} returns, and only then may a byte leave. */
public interface Viewings {

    /** How it is looked at. */
    enum Kind {
        LIVE,
        /** Live pictures are watched no longer: from when to when they were. */
        WATCHED,
        PLAYBACK,
        SNAPSHOT,
        /** A file is asked for. */
        EXPORT_ASKED,
        /** A file that is being made is given up. */
        EXPORT_CANCELLED,
        /** A file is fetched. */
        EXPORT,
        /** Somebody asked who may not look: nothing was shown. */
        REFUSED
    }

    /**
     * One look.
     *
     * @param post of the person, as known at the time
     * @param purpose a word of the closed list of purposes of readings, in capitals
     * @param facility whose cameras
     * @param cameras which, at least one
     * @param from first moment looked at; now for live pictures
     * @param to last moment, not before {@code from}
     */
    record Viewing(
            Person person,
            String post,
            String purpose,
            Kind kind,
            String facility,
            List<CameraId> cameras,
            Instant from,
            Instant to) {
        public Viewing {
            cameras = List.copyOf(cameras);
            if (cameras.isEmpty() || to.isBefore(from)) {
                throw new IllegalArgumentException("a viewing has cameras and a time");
            }
        }
    }

    /** Writes the look down; it is durable when this returns. Throws when it cannot be written: then nothing may be shown. */
    void viewed(Viewing viewing);
}
