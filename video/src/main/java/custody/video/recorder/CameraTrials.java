package custody.video.recorder;

import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.StreamAddress;
import java.util.Optional;

/** Tries cameras for the page on which they are set up, with a stored account where the page has none to show. */
public interface CameraTrials {

    /** Tries for some seconds; {@code stored} names the camera whose account is meant by {@link Cameras.AccountChange.Keep}. */
    CameraTrial.Outcome run(StreamAddress address, Cameras.AccountChange account, Optional<CameraId> stored);
}
