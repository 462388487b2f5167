package custody.video.live;

import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import java.util.Optional;

/** Where the cameras' smaller streams are, with the accounts to sign in with. Safe for many threads. */
@FunctionalInterface
public interface SmallerStreams {
    /** No camera has one. */
    SmallerStreams NONE = _ -> Optional.empty();

    /**
     * A smaller stream.
     *
     * @param address is checked against the allow-list each time it is connected to
     */
    record Source(StreamAddress address, Optional<Credentials> account) {}

    /** A camera's smaller stream; empty where it has none or is not shown. */
    Optional<Source> of(CameraId camera);
}
