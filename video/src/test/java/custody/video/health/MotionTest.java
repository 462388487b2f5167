package custody.video.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.ffmpeg.Probe;
import custody.video.simulator.DemoClips;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On clips as the simulator serves them, with and without people, with and without the noise of a sensor. */
class MotionTest {
    private static final int SIZE = GreyFrame.WIDTH * GreyFrame.HEIGHT;

    @TempDir
    Path folder;

    /** A grey frame every four seconds of a clip. */
    private List<GreyFrame> frames(boolean people, int noise) throws Exception {
        Probe probe = Probe.ready();
        Path clip = folder.resolve("clip.h264");
        DemoClips.room(clip, people, noise, probe.programs());
        Path grey = folder.resolve("grey");
        Probe.run(
                probe.programs().ffmpeg(),
                "-v",
                "error",
                "-y",
                "-r",
                String.valueOf(DemoClips.FRAMES_PER_SECOND),
                "-i",
                clip.toString(),
                "-vf",
                "select='not(mod(n," + 4 * DemoClips.FRAMES_PER_SECOND + "))',scale=320:180,format=gray",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                grey.toString());
        byte[] all = Files.readAllBytes(grey);
        var frames = new ArrayList<GreyFrame>();
        for (int i = 0; i + SIZE <= all.length; i += SIZE) {
            frames.add(new GreyFrame(Arrays.copyOfRange(all, i, i + SIZE)));
        }
        assertTrue(frames.size() >= 14, frames.size() + " frames");
        return frames;
    }

    private static long moving(List<GreyFrame> frames) {
        long moving = 0;
        for (int i = 1; i < frames.size(); i++) {
            moving += Motion.between(frames.get(i - 1), frames.get(i)) ? 1 : 0;
        }
        return moving;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25})
    void anEmptyRoomWithAClockIsStillAndOneWithPeopleIsNot(int noise) throws Exception {
        List<GreyFrame> empty = frames(false, noise);
        assertTrue(moving(empty) == 0, moving(empty) + " of the empty room");
        List<GreyFrame> lively = frames(true, noise);
        assertTrue(moving(lively) == lively.size() - 1, moving(lively) + " of " + lively.size());
    }

    @Test
    void lightThatChangesIsNoMotion() {
        byte[] dim = new byte[SIZE];
        byte[] bright = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            dim[i] = (byte) (60 + i % 40);
            bright[i] = (byte) (90 + i % 40);
        }
        assertFalse(Motion.between(new GreyFrame(dim), new GreyFrame(bright)));
    }
}
