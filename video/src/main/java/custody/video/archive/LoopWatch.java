package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds footage that is played again: two fragments with the same bytes never happen honestly, since each carries its own time
 * and a sensor is never twice alike. It looks at the picture data's hash without the head, which has the time, over the last
 * day of each camera. Owned by one thread.
 */
public final class LoopWatch {
    /** Fragments remembered for each camera: about a day. */
    private final int remembered;

    private final Map<CameraId, Map<Octets, Long>> seen = new HashMap<>();

    public LoopWatch(int remembered) {
        this.remembered = remembered;
    }

    /** Takes the hash of a fragment's pictures; answers the sequence of the segment where the same pictures were before. */
    public Optional<Long> take(CameraId camera, long sequence, Octets pictureHash) {
        Map<Octets, Long> before = seen.computeIfAbsent(camera, _ -> new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Octets, Long> eldest) {
                return size() > remembered;
            }
        });
        return Optional.ofNullable(before.putIfAbsent(pictureHash, sequence));
    }
}
