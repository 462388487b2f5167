package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import custody.video.camera.CameraAddresses;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.media.Codec;
import custody.video.recorder.CameraTrial.Outcome;
import custody.video.rtsp.RtspFailure;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CameraTrialTest {
    private static Outcome trial(CameraSimulator cameras, Fault fault, int port) throws IOException {
        cameras.cameras().getFirst().fault(fault);
        var allowed = new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(cameras.port()));
        return CameraTrial.run(
                new StreamAddress("127.0.0.1", port, "/camera/0"), allowed, Optional.empty(), Duration.ofMillis(2_600));
    }

    @Test
    void goodCameraIsDescribed() throws IOException {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            var works = assertInstanceOf(Outcome.Works.class, trial(cameras, Fault.NONE, cameras.port()));
            assertEquals(160, works.width());
            assertEquals(2.0, works.keyFrameEvery().orElseThrow().toMillis() / 1000.0, 0.4);
            assertEquals(25, works.picturesPerSecond(), 3);
        }
    }

    @Test
    void badCameraIsNamedByWhatIsWrong() throws IOException {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            assertEquals(
                    new Outcome.Fails(RtspFailure.Kind.SIGN_IN_REFUSED),
                    trial(cameras, Fault.REFUSE_ACCOUNT, cameras.port()));
            assertEquals(
                    new Outcome.Fails(RtspFailure.Kind.NO_SUCH_STREAM),
                    trial(cameras, Fault.NO_STREAM, cameras.port()));
            assertEquals(
                    new Outcome.NotAllowed(CameraAddresses.Reason.PORT_NOT_ALLOWED), trial(cameras, Fault.NONE, 1));
            assertInstanceOf(Outcome.NoKeyFrame.class, trial(cameras, Fault.NO_KEY_FRAME, cameras.port()));
        }
    }
}
