package custody.video.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.ffmpeg.Probe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DemoClipsTest {
    @TempDir
    Path folder;

    @Test
    void fourRoomsOfAMinuteAreDrawnSoonAndOnlyOnce() throws Exception {
        long begun = System.nanoTime();
        List<Clip> clips = DemoClips.in(folder, Probe.ready().programs());
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        assertEquals(4, clips.size());
        for (Clip clip : clips) {
            assertEquals(600, clip.frames().size());
            assertTrue(clip.frames().getFirst().key());
        }
        assertEquals(600, DemoClips.small(folder).frames().size());
        assertTrue(seconds < 300, "took " + seconds + " s");
        begun = System.nanoTime();
        DemoClips.in(folder, Probe.ready().programs());
        assertTrue(
                (System.nanoTime() - begun) / 1_000_000_000 < Math.max(5, seconds), "the second time nothing is drawn");
    }
}
