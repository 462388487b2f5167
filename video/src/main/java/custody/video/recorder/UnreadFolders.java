package custody.video.recorder;

import custody.video.archive.GapCause;
import custody.video.camera.CameraId;
import custody.video.recorder.RecorderEvents.CameraState;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cameras that cannot be recorded because their folder cannot be read: they have no session that would tell of them, so each has its
 * hole and its state here. Owned by whoever holds the recorder's monitor.
 */
final class UnreadFolders {
    /** As holes and states say it. */
    static final String WORD = "folder-unreadable";

    private final RecorderEvents events;
    private final Clocks clocks;
    private final Map<CameraId, Hole> holes = new TreeMap<>();

    UnreadFolders(RecorderEvents events, Clocks clocks) {
        this.events = events;
        this.clocks = clocks;
    }

    /** One could not be read again: journalled when it is new, a state each time. {@code end} is where its footage ends, if known. */
    void tell(CameraId camera, Optional<Instant> end, IOException why) {
        if (!holes.containsKey(camera)) {
            journal(camera, why);
            var hole = new Hole(camera, events, end.orElseGet(clocks::wall));
            hole.opened(GapCause.DISK, WORD);
            holes.put(camera, hole);
        }
        events.state(camera, CameraState.NOT_WRITTEN, WORD);
    }

    void journal(CameraId camera, IOException why) {
        events.disk("failed", camera + ": " + why.getMessage());
    }

    /** Its folder can be read now; answers whether it could not before. */
    boolean over(CameraId camera) {
        Hole hole = holes.remove(camera);
        if (hole == null) {
            return false;
        }
        hole.closed(clocks.wall());
        return true;
    }

    /** Of no others is anything to be recorded any more. */
    void only(Set<CameraId> cameras) {
        holes.keySet().retainAll(cameras);
    }
}
