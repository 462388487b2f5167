package custody.node.video;

import custody.video.archive.LastRecorded;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.recorder.Briefing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the node wants of the recorder: the cameras that ought to be recorded, as the database says. While that is away a recorder is
 * started all the same, with what was known last; never with what some file says, since that may be older.
 */
final class WantedCameras implements Supplier<Briefing> {
    private static final Logger LOG = LoggerFactory.getLogger(WantedCameras.class);

    private final Supplier<List<Camera>> cameras;
    private final Function<CameraId, Optional<Credentials>> accounts;
    private final Function<CameraId, Optional<LastRecorded>> last;

    /** Guarded by this, as is the order in which it is read and kept: an older reading must not replace a newer one. */
    private @Nullable Briefing known;

    WantedCameras(
            Supplier<List<Camera>> cameras,
            Function<CameraId, Optional<Credentials>> accounts,
            Function<CameraId, Optional<LastRecorded>> last) {
        this.cameras = cameras;
        this.accounts = accounts;
        this.last = last;
    }

    /** Cameras that ought to be recorded now. What is recorded follows also from their rooms, of which nobody here is told. */
    List<Camera> all() {
        return cameras.get().stream()
                .filter(camera -> camera.mode() == Camera.Mode.RECORDED)
                .toList();
    }

    /** Their streams. */
    synchronized Map<CameraId, StreamAddress> streams() {
        var streams = new HashMap<CameraId, StreamAddress>();
        all().forEach(camera -> streams.put(camera.id(), main(camera)));
        known = known == null ? Briefing.of(streams) : new Briefing(streams, known.accounts(), known.last());
        return streams;
    }

    /** Everything that a recorder must know of them, read now. */
    synchronized Briefing now() {
        Map<CameraId, StreamAddress> streams = streams();
        var itsAccounts = new HashMap<CameraId, Credentials>();
        var newest = new HashMap<CameraId, LastRecorded>();
        for (CameraId camera : streams.keySet()) {
            accounts.apply(camera).ifPresent(account -> itsAccounts.put(camera, account));
            last.apply(camera).ifPresent(segment -> newest.put(camera, segment));
        }
        Briefing read = new Briefing(streams, itsAccounts, newest);
        known = read;
        return read;
    }

    /** For a recorder that starts: as it is now, or was when it could be read last. */
    @Override
    public synchronized Briefing get() {
        try {
            return now();
        } catch (RuntimeException away) {
            if (known == null) {
                throw away;
            }
            LOG.atWarn()
                    .addKeyValue("why", away.getClass().getSimpleName())
                    .log("a recorder starts with the cameras that were known last");
            return known;
        }
    }

    private static StreamAddress main(Camera camera) {
        StreamAddress main = camera.streams().get(StreamKind.MAIN);
        if (main == null) {
            throw new IllegalStateException("a camera has a main stream");
        }
        return main;
    }
}
