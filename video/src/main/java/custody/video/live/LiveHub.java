package custody.video.live;

import custody.video.camera.CameraId;
import custody.video.recorder.LiveLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * All cameras that are watched now. The recorder sends a camera's pictures only while at least one viewer has it open, once for
 * all of them together. Whether somebody may watch, and that they did, is settled before {@link #watch} is called.
 */
public final class LiveHub implements AutoCloseable {
    private final Path socket;
    private final Map<CameraId, Watched> watched = new HashMap<>();

    private record Watched(LiveCamera camera, LiveLink link) {}

    /** {@code socket} is the recorder's live socket. */
    public LiveHub(Path socket) {
        this.socket = socket;
    }

    /** Opens a view; fails when the recorder is away. Close the view when the viewer leaves. */
    public synchronized LiveCamera.View watch(CameraId camera, LiveViewer viewer) throws IOException {
        dropUnwatched();
        Watched known = watched.get(camera);
        if (known == null || !known.link().connected()) {
            var live = new LiveCamera();
            known = new Watched(live, LiveLink.open(socket, camera, new Translation(live)));
            watched.put(camera, known);
        }
        return known.camera().watch(viewer);
    }

    /** Lets go of cameras that nobody watches any more; called by the node every few seconds. */
    public synchronized void dropUnwatched() {
        watched.values().removeIf(one -> {
            boolean unused = one.camera().viewers() == 0;
            if (unused) {
                one.link().close();
            }
            return unused;
        });
    }

    /** Cameras that the recorder sends to us now. */
    public synchronized int cameras() {
        return watched.size();
    }

    @Override
    public synchronized void close() {
        watched.values().forEach(one -> {
            one.link().close();
            one.camera().end();
        });
        watched.clear();
    }

    /** From the link's frames to messages. */
    private record Translation(LiveCamera camera) implements LiveLink.Frames {
        @Override
        public void coding(String codec, int width, int height) {
            camera.take(new LiveMessage.Coding(codec, width, height));
        }

        @Override
        public void initialisation(ByteBuffer bytes) {
            camera.take(new LiveMessage.Initialisation(bytes));
        }

        @Override
        public void fragment(ByteBuffer bytes, boolean key) {
            camera.take(new LiveMessage.Fragment(bytes, key));
        }

        @Override
        public void ended() {
            camera.end();
        }
    }
}
