package custody.video.live;

import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.recorder.LiveLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

    private record Masked(MaskedCamera camera, LiveCamera.View view) {
        boolean unwatched() {
            return camera.painted().viewers() == 0;
        }

        /** Its view too, so that the camera itself counts as unwatched at the next look. */
        void close() {
            view.close();
            camera.close();
        }
    }

    private record Watched(LiveCamera camera, LiveLink link) {
        boolean unwatched() {
            return camera.viewers() == 0;
        }

        void close() {
            link.close();
            camera.end();
        }
    }

    private record Small(LiveCamera camera, SmallerStream stream) {
        boolean unwatched() {
            return camera.viewers() == 0;
        }

        void close() {
            stream.close();
            camera.end();
        }
    }

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
    public LiveCamera.View watchSmaller(CameraId camera, LiveViewer viewer) throws IOException {
        dropUnwatched();
        return joinSmaller(camera, viewer);
    }

    private synchronized LiveCamera.View joinSmaller(CameraId camera, LiveViewer viewer) throws IOException {
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
    public LiveCamera.View watch(CameraId camera, LiveViewer viewer) throws IOException {
        dropUnwatched();
        return join(camera, viewer);
    }

    private synchronized LiveCamera.View join(CameraId camera, LiveViewer viewer) throws IOException {
        Watched known = watched.get(camera);
        if (known == null || !known.link().connected()) {
            var live = new LiveCamera();
            known = new Watched(live, LiveLink.open(socket, camera, new Translation(live)));
            watched.put(camera, known);
        }
        LiveCamera.View view = known.camera().watch(viewer);
        if (!known.link().connected()) {
            // As above.
            view.close();
        }
        return view;
    }

    /** Opens a view with parts painted over, see {@link MaskedCamera}; all viewers with the same masks share the work. */
    public LiveCamera.View watchMasked(CameraId camera, List<Mask> masks, BundledFfmpeg ffmpeg, LiveViewer viewer)
            throws IOException {
        dropUnwatched();
        return joinMasked(camera, masks, ffmpeg, viewer);
    }

    private synchronized LiveCamera.View joinMasked(
            CameraId camera, List<Mask> masks, BundledFfmpeg ffmpeg, LiveViewer viewer) throws IOException {
        var key = new Masking(camera, List.copyOf(masks));
        Masked known = masked.get(key);
        if (known == null) {
            var painting = new MaskedCamera(ffmpeg, masks);
            known = new Masked(painting, join(camera, painting));
            masked.put(key, known);
        }
        LiveCamera.View view = known.camera().painted().watch(viewer);
        if (known.camera().over()) {
            // As above.
            view.close();
        }
        return view;
    }

    /**
     * Lets go of cameras that nobody watches any more; called by the node every few seconds. Closing is done without the monitor, since
     * all who begin to watch wait for it.
     */
    public void dropUnwatched() {
        taken(Masked::unwatched, Watched::unwatched, Small::unwatched).forEach(Runnable::run);
    }

    /** Takes those out, the painted ones first, and answers what closes them. */
    private synchronized List<Runnable> taken(
            Predicate<Masked> ofMasked, Predicate<Watched> ofWatched, Predicate<Small> ofSmall) {
        var closing = new ArrayList<Runnable>();
        take(masked.values(), ofMasked, one -> closing.add(one::close));
        take(watched.values(), ofWatched, one -> closing.add(one::close));
        take(small.values(), ofSmall, one -> closing.add(one::close));
        return closing;
    }

    private static <T> void take(Collection<T> from, Predicate<T> which, Consumer<T> to) {
        from.removeIf(one -> {
            boolean goes = which.test(one);
            if (goes) {
                to.accept(one);
            }
            return goes;
        });
    }

    /** Cameras that the recorder sends to us now. */
    public synchronized int cameras() {
        return watched.size();
    }

    @Override
    public void close() {
        taken(one -> true, one -> true, one -> true).forEach(Runnable::run);
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
