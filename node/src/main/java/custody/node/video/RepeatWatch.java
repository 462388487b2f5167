package custody.node.video;

import custody.ledger.tree.Hash;
import custody.video.camera.CameraId;
import custody.video.health.KeyFrames.KeyFrame;
import custody.video.media.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Notices pictures that are played in again: a sensor is never twice alike, so no key frame has the bytes of another. It costs a hash of
 * the key frames that are judged anyway, one every four seconds, against those of the last day; the check compares every fragment. One
 * thread.
 */
final class RepeatWatch {
    /** Key frames remembered of a camera: about a day, in eight bytes each. */
    private static final int REMEMBERED = 22_000;

    /** Some cameras send the last seconds once more after a new connection: so many of the latest must have come before. */
    private static final int NEEDED = 3;

    private static final int LATEST = 10;

    private final Map<CameraId, Known> cameras = new HashMap<>();

    /** Of one camera: what it showed, the oldest overwritten by the newest, and which of the latest were known. */
    private static final class Known {
        private final long[] shown = new long[REMEMBERED];
        private final Deque<Boolean> latest = new ArrayDeque<>();
        private long count;

        boolean takes(long picture) {
            boolean known = false;
            for (int i = 0; i < Math.min(count, REMEMBERED) && !known; i++) {
                known = shown[i] == picture;
            }
            if (!known) {
                shown[(int) (count++ % REMEMBERED)] = picture;
            }
            latest.addLast(known);
            if (latest.size() > LATEST) {
                latest.removeFirst();
            }
            return latest.stream().filter(again -> again).count() >= NEEDED;
        }
    }

    /** Takes a camera's next key frame; whether what it shows now was shown before. A frozen picture is not for this. */
    boolean repeats(CameraId camera, KeyFrame frame) {
        return cameras.computeIfAbsent(camera, _ -> new Known()).takes(fingerprint(frame.stream()));
    }

    private static long fingerprint(Octets picture) {
        return ByteBuffer.wrap(Hash.sha256(picture.toArray()).bytes()).getLong();
    }
}
