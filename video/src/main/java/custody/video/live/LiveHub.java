package custody.video.live;

import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.recorder.LiveLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All cameras that are watched now. The recorder sends a camera's pictures only while at least one viewer has it open, once for
 * all of them together. Whether somebody may watch, and that they did, is settled before {@link #watch} is called.
 */
public final class LiveHub implements AutoCloseable {
    private final Path socket;
    private final SmallerStreams smaller;
    private final CameraAddresses allowed;
    private final Map<CameraId, Watched> watched = new HashMap<>();
    private final Map<CameraId, Small> small = new HashMap<>();

    private final Map<Masking, Masked> masked = new HashMap<>();

    /** What viewers must have in common to share a painted picture. */
    private record Masking(CameraId camera, List<Mask> masks) {}

    private record Masked(MaskedCamera camera, LiveCamera.View view) {}

    private record Watched(LiveCamera camera, LiveLink link) {}

    private record Small(LiveCamera camera, SmallerStream stream) {}

    /** {@code socket} is the recorder's live socket. */
    public LiveHub(Path socket) {
        this(socket, SmallerStreams.NONE, new CameraAddresses(List.of(), Set.of()));
    }

    /** With smaller streams, which may be connected to where {@code allowed} says. */
    public LiveHub(Path socket, SmallerStreams smaller, CameraAddresses allowed) {
        this.socket = socket;
        this.smaller = smaller;
        this.allowed = allowed;
    }

    /** Opens a view of a camera's smaller stream; fails where it has none. A stream that gives nothing ends its views. */
    public synchronized LiveCamera.View watchSmaller(CameraId camera, LiveViewer viewer) throws IOException {
        dropUnwatched();
        Small known = small.get(camera);
        if (known == null || !known.stream().connected()) {
            SmallerStreams.Source source =
                    smaller.of(camera).orElseThrow(() -> new IOException("no smaller stream: " + camera));
            var live = new LiveCamera();
            known = new Small(live, SmallerStream.open(camera, allowed, source, live));
            small.put(camera, known);
        }
        LiveCamera.View view = known.camera().watch(viewer);
        if (!known.stream().connected()) {
            // It ended before this viewer joined, who would never be told.
            view.close();
        }
        return view;
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

    /** Opens a view with parts painted over, see {@link MaskedCamera}; all viewers with the same masks share the work. */
    public synchronized LiveCamera.View watchMasked(
            CameraId camera, List<Mask> masks, BundledFfmpeg ffmpeg, LiveViewer viewer) throws IOException {
        dropUnwatched();
        var key = new Masking(camera, List.copyOf(masks));
        Masked known = masked.get(key);
        if (known == null) {
            var painting = new MaskedCamera(ffmpeg, masks);
            known = new Masked(painting, watch(camera, painting));
            masked.put(key, known);
        }
        return known.camera().painted().watch(viewer);
    }

    /** Lets go of cameras that nobody watches any more; called by the node every few seconds. */
    public synchronized void dropUnwatched() {
        masked.values().removeIf(one -> {
            boolean unused = one.camera().painted().viewers() == 0;
            if (unused) {
                one.view().close();
                one.camera().close();
            }
            return unused;
        });
        watched.values().removeIf(one -> {
            boolean unused = one.camera().viewers() == 0;
            if (unused) {
                one.link().close();
            }
            return unused;
        });
        small.values().removeIf(one -> {
            boolean unused = one.camera().viewers() == 0;
            if (unused) {
                one.stream().close();
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
        masked.values().forEach(one -> {
            one.view().close();
            one.camera().close();
        });
        masked.clear();
        watched.values().forEach(one -> {
            one.link().close();
            one.camera().end();
        });
        watched.clear();
        small.values().forEach(one -> {
            one.stream().close();
            one.camera().end();
        });
        small.clear();
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
