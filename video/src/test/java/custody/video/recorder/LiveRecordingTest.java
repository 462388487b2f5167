package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.ffmpeg.Probe;
import custody.video.live.LiveHub;
import custody.video.live.LiveMessage;
import custody.video.live.LiveViewer;
import custody.video.live.Mask;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LiveRecordingTest {
    @TempDir
    Path folder;

    /** Writes what a player would be given into a file, which another program can judge. */
    private static final class Taping implements LiveViewer {
        private final FileChannel file;
        private final AtomicInteger fragments = new AtomicInteger();
        private final AtomicInteger initialisations = new AtomicInteger();

        private final int width;

        Taping(Path path, int width) throws IOException {
            this.width = width;
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @Override
        public void send(LiveMessage message) throws IOException {
            switch (message) {
                case LiveMessage.Coding coding -> assertEquals(width, coding.width());
                case LiveMessage.Initialisation(var bytes) -> {
                    // A player takes the same initialisation again; a file has it once.
                    if (initialisations.incrementAndGet() == 1) {
                        write(bytes);
                    }
                }
                case LiveMessage.Fragment(var bytes, var key) -> {
                    write(bytes);
                    fragments.incrementAndGet();
                }
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            ByteBuffer all = bytes.duplicate();
            while (all.hasRemaining()) {
                file.write(all);
            }
        }

        @Override
        public void ended(String why) {}
    }

    @Test
    void viewerSeesAtOnceAndWithoutAHoleOverTheEndOfASegment() throws Exception {
        Path archive = folder.resolve("archive");
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofSeconds(4));
            RecorderFixture.await(
                    "recording", Duration.ofSeconds(10), () -> recorder.frames(RecorderFixture.camera(0)) > 70);
            Path tape = folder.resolve("tape.mp4");
            var viewer = new Taping(tape, 160);
            try (LiveHub hub = new LiveHub(archive.resolve("live.sock"))) {
                long begun = System.nanoTime();
                hub.watch(RecorderFixture.camera(0), viewer);
                RecorderFixture.await("first picture", Duration.ofSeconds(2), () -> viewer.fragments.get() > 0);
                long millis = (System.nanoTime() - begun) / 1_000_000;
                assertTrue(millis < 1_000, "first picture after " + millis + " ms");
                RecorderFixture.await(
                        "a second segment", Duration.ofSeconds(20), () -> viewer.initialisations.get() > 1);
                int now = viewer.fragments.get();
                RecorderFixture.await("and on", Duration.ofSeconds(5), () -> viewer.fragments.get() > now + 20);
            }
            recorder.close();
            Probe probe = Probe.ready();
            int pictures = Integer.parseInt(probe.video(tape, "nb_read_frames"));
            // The tape begins where the viewer joined, not at 0.
            double seconds = Double.parseDouble(probe.format(tape, "duration"))
                    - Double.parseDouble(probe.format(tape, "start_time"));
            assertTrue(pictures >= viewer.fragments.get(), "each fragment has a picture: " + pictures);
            assertEquals(pictures / 25.0, seconds, 0.25, "no hole and no overlap in time");
        }
    }

    @Test
    void maskedViewerNeverGetsWhatIsMasked() throws Exception {
        Path archive = folder.resolve("archive");
        Probe probe = Probe.ready();
        Path tape = folder.resolve("masked.mp4");
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            RecorderFixture.await(
                    "recording", Duration.ofSeconds(10), () -> recorder.frames(RecorderFixture.camera(0)) > 10);
            var viewer = new Taping(tape, 640);
            try (LiveHub hub = new LiveHub(archive.resolve("live.sock"))) {
                hub.watchMasked(
                        RecorderFixture.camera(0), List.of(new Mask(0, 0, 500, 1_000)), probe.programs(), viewer);
                RecorderFixture.await("painted pictures", Duration.ofSeconds(20), () -> viewer.fragments.get() > 25);
            }
            recorder.close();
        }
        Path grey = folder.resolve("grey");
        Probe.run(
                probe.programs().ffmpeg(),
                "-v",
                "error",
                "-i",
                tape.toString(),
                "-vf",
                "scale=64:36,format=gray",
                "-f",
                "rawvideo",
                grey.toString());
        byte[] pixels = Files.readAllBytes(grey);
        assertTrue(pixels.length >= 20 * 64 * 36);
        long right = 0;
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            if (i % 64 < 31) {
                assertTrue(value < 40, "pixel " + i + " is " + value);
            } else {
                right += value;
            }
        }
        assertTrue(right / (pixels.length / 2) > 50, "the other half is seen");
    }
}
