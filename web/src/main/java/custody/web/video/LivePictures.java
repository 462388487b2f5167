package custody.web.video;

import custody.video.camera.CameraId;
import custody.video.camera.StreamKind;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.live.LiveCamera;
import custody.video.live.LiveHub;
import custody.video.live.LiveViewer;
import custody.video.live.Mask;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Where pictures of now come from. Permission and the leaf are settled before. */
@FunctionalInterface
public interface LivePictures {

    /**
     * Opens a view.
     *
     * @param kind which of the camera's streams; the smaller one only without masks, since its picture may be cut otherwise
     * @param masks what is painted over on the way; empty shows the camera's own pictures
     * @throws IOException when the recorder, or what paints, is away: nothing is shown then
     */
    LiveCamera.View watch(CameraId camera, StreamKind kind, List<Mask> masks, LiveViewer viewer) throws IOException;

    /** From the node's hub; {@code ffmpeg} is asked for when something must be painted over. */
    static LivePictures of(LiveHub hub, Supplier<BundledFfmpeg> ffmpeg) {
        return (camera, kind, masks, viewer) -> {
            if (!masks.isEmpty()) {
                return hub.watchMasked(camera, masks, ffmpeg.get(), viewer);
            }
            return switch (kind) {
                case MAIN -> hub.watch(camera, viewer);
                case SUB -> hub.watchSmaller(camera, viewer);
            };
        };
    }
}
