package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Segment;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A recorder that stood still for two hours")
class FrozenRecorderTest {
    private static final Duration STOOD = Duration.ofHours(2);

    @TempDir
    Path archive;

    /** The machine's clocks; the camera's thread sees them jump, before the watchdog looks at anything. */
    private static final class JumpingClocks implements Clocks {
        private volatile Duration jump = Duration.ZERO;

        private Duration jump() {
            return Thread.currentThread().getName().equals("camera-cam-0") ? jump : Duration.ZERO;
        }

        @Override
        public Instant wall() {
            return Instant.now().plus(jump());
        }

        @Override
        public long nanos() {
            return System.nanoTime() + jump().toNanos();
        }
    }

    @Test
    @DisplayName("goes on in another segment, so that none reaches over the hole")
    void goesOnInAnother() throws Exception {
        var clocks = new JumpingClocks();
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1), clocks);
            await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > 60);
            clocks.jump = STOOD;
            long now = recorder.frames(camera(0));
            await("it records again", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > now + 100);
            recorder.close();
        }
        List<Segment> segments = RecorderFixture.segments(archive, 0);
        assertTrue(segments.size() > 1, segments.toString());
        for (Segment segment : segments) {
            assertTrue(Duration.between(segment.start(), segment.end()).toMinutes() < 2, segment.toString());
        }
    }
}
