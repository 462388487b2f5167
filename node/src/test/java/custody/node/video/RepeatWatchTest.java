package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.camera.CameraId;
import custody.video.health.KeyFrames.KeyFrame;
import custody.video.media.Codec;
import custody.video.media.Octets;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RepeatWatchTest {
    private static final CameraId ONE = new CameraId("cam-1");
    private static final CameraId OTHER = new CameraId("cam-2");

    private final RepeatWatch watch = new RepeatWatch();

    private static KeyFrame picture(int number) {
        return new KeyFrame(
                Codec.H264, Octets.of(ByteBuffer.allocate(4).putInt(number).array()));
    }

    private boolean shows(CameraId camera, int from, int to) {
        boolean repeats = false;
        for (int number = from; number < to; number++) {
            repeats = watch.repeats(camera, picture(number));
        }
        return repeats;
    }

    @Test
    void aDayOfPicturesOfWhichNoTwoAreAlikeIsNoTrouble() {
        for (int number = 0; number < 25_000; number++) {
            assertFalse(watch.repeats(ONE, picture(number)));
        }
    }

    @Test
    void picturesThatArePlayedInAgainAreNoticedAfterThreeAndOverWhenNewOnesCome() {
        assertFalse(shows(ONE, 0, 5_000));
        assertFalse(shows(ONE, 1_000, 1_002), "some cameras send their last seconds again");
        assertTrue(watch.repeats(ONE, picture(1_002)));
        assertFalse(shows(OTHER, 0, 10), "another camera may show the same");
        assertFalse(shows(ONE, 5_000, 5_010));
    }

    @Test
    void aLoopOfWhichNotEveryPictureIsLookedAtIsNoticedTooForAsLongAsItLasts() {
        int first = -1;
        int noticed = 0;
        // A loop of a minute with a key frame a second, looked at every seven seconds.
        for (int look = 0; look < 200; look++) {
            if (watch.repeats(ONE, picture(look * 7 % 60))) {
                first = first < 0 ? look : first;
                noticed++;
            }
        }
        assertEquals(62, first, "all sixty were seen once by then");
        assertEquals(138, noticed);
    }
}
