package custody.node.video;

import custody.store.archive.PostgresCameras;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.recorder.CameraTrial;
import custody.video.recorder.CameraTrials;
import custody.video.rtsp.RtspFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries cameras from the node, with the account that is stored where none was typed. */
final class TrialDesk implements CameraTrials {
    private static final Duration LENGTH = Duration.ofSeconds(4);

    private final CameraAddresses allowed;
    private final PostgresCameras cameras;

    TrialDesk(CameraAddresses allowed, PostgresCameras cameras) {
        this.allowed = allowed;
        this.cameras = cameras;
    }

    @Override
    public CameraTrial.Outcome run(StreamAddress address, AccountChange account, Optional<CameraId> stored) {
        Optional<Credentials> credentials = switch (account) {
            case AccountChange.None() -> Optional.empty();
            case AccountChange.Set(Credentials given) -> Optional.of(given);
            case AccountChange.Keep() ->
                stored.flatMap(cameras::find)
                        .filter(camera -> camera.keepsAccountFor(List.of(address)))
                        .flatMap(camera -> cameras.account(camera.id()));
        };
        try {
            return CameraTrial.run(address, allowed, credentials, LENGTH);
        } catch (IOException failed) {
            return new CameraTrial.Outcome.Fails(RtspFailure.Kind.UNREACHABLE);
        }
    }
}
