package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BadNeighboursTest {
    /** Pictures sent and not yet read when the recorder was stopped: a second's on a busy machine. */
    private static final int ON_THEIR_WAY = 25;

    @TempDir
    Path archive;

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Dead, silent, flapping and lying cameras beside two good ones: ten seconds, or two hours in the long run. */
    @Test
    void badCamerasCostTheGoodOnesNothingAndMemoryStaysFlat() throws Exception {
        Fault[] faults = {
            Fault.NONE,
            Fault.NONE,
            Fault.DEAD,
            Fault.SILENT,
            Fault.FLAPPING,
            Fault.HALF_OPEN,
            Fault.NO_KEY_FRAME,
            Fault.LOSE_PACKETS
        };
        try (CameraSimulator cameras = RecorderFixture.cameras(faults.length, Codec.H264)) {
            for (int i = 0; i < faults.length; i++) {
                cameras.cameras().get(i).fault(faults[i]);
            }
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofSeconds(10));
            RecorderFixture.await(
                    "the good ones record",
                    Duration.ofSeconds(10),
                    () -> recorder.frames(RecorderFixture.camera(0)) > 50
                            && recorder.frames(RecorderFixture.camera(1)) > 50);
            long files = openFiles();
            long heap = heap();
            Thread.sleep(Effort.times(8_000, 7_200_000));
            assertTrue(openFiles() < files + 60, "open files from " + files + " to " + openFiles());
            assertTrue(heap() < heap + 48L * 1024 * 1024, "heap from " + heap + " to " + heap());
            assertTrue(recorder.mostConnecting() <= 8);
            recorder.close();
            for (int good = 0; good < 2; good++) {
                long lost = cameras.cameras().get(good).framesSent()
                        - RecorderFixture.frames(RecorderFixture.segments(archive, good));
                assertTrue(lost <= ON_THEIR_WAY, "camera " + good + " lost " + lost);
            }
            assertEquals(0, RecorderFixture.segments(archive, 6).size(), "without a key frame nothing can be recorded");
            assertTrue(
                    RecorderFixture.frames(RecorderFixture.segments(archive, 7)) > 100,
                    "a camera that loses packets is kept as far as it goes");
            assertTrue(
                    RecorderFixture.segments(archive, 7).getFirst().seal().lostPackets() > 0,
                    "and its losses are told");
        }
    }
}
