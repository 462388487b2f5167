package custody.video.live;

import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.ffmpeg.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How bright a part of a film is at its brightest, decoded by a program that is not ours. */
public final class Blackness {
    /** What coding may leave of black. */
    public static final int BLACK = 24;

    private final BundledFfmpeg ffmpeg;

    public Blackness(BundledFfmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** The brightest value of a part in all pictures, 0 to 255. */
    public int brightest(Path film, Mask part) throws IOException, InterruptedException {
        Path grey = Files.createTempFile("brightest", ".grey");
        try {
            String crop = "crop=iw*" + part.width() + "/1000:ih*" + part.height() + "/1000:iw*" + part.left()
                    + "/1000:ih*" + part.top() + "/1000";
            Probe.run(
                    ffmpeg.ffmpeg(),
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    film.toString(),
                    "-vf",
                    crop,
                    "-pix_fmt",
                    "gray",
                    "-f",
                    "rawvideo",
                    grey.toString());
            int brightest = 0;
            for (byte value : Files.readAllBytes(grey)) {
                brightest = Math.max(brightest, value & 0xff);
            }
            return brightest;
        } finally {
            Files.delete(grey);
        }
    }
}
