package custody.node.e2e;

import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.media.Codec;
import custody.video.simulator.Clip;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A minute of moving pictures of which each carries its number as black and white squares along the top: eleven for the number,
 * highest first, and one that makes the count of white ones even.
 */
final class NumberedClip {
    static final int FRAMES_PER_SECOND = 25;
    static final int SQUARES = 12;
    static final int SQUARE = 32;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int SECONDS = 60;

    private NumberedClip() {}

    static Clip in(Path folder) throws IOException, InterruptedException {
        BundledFfmpeg ffmpeg = BundledFfmpeg.unpack(folder.resolve("ffmpeg"));
        Path file = folder.resolve("numbered.h264");
        Process encoder = new ProcessBuilder(List.of(
                        ffmpeg.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-s",
                        WIDTH + "x" + HEIGHT,
                        "-r",
                        String.valueOf(FRAMES_PER_SECOND),
                        "-i",
                        "-",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "600k",
                        "-allow_skip_frames",
                        "0",
                        "-g",
                        String.valueOf(2 * FRAMES_PER_SECOND),
                        "-pix_fmt",
                        "yuv420p",
                        "-f",
                        "h264",
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var random = new Random(9);
        try (OutputStream out = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20)) {
            for (int number = 0; number < SECONDS * FRAMES_PER_SECOND; number++) {
                out.write(picture(number, random));
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IOException("the numbered clip could not be encoded");
        }
        return Clip.of(Codec.H264, Files.readAllBytes(file));
    }

    /** A slope of grey that wanders, a little noise, and the number. */
    private static byte[] picture(int number, Random random) {
        var pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = (byte) (60 + (x + y + 2 * number) % 128 + (random.nextInt() & 3));
            }
        }
        int bits = (number << 1) | (Integer.bitCount(number) & 1);
        for (int y = 0; y < SQUARE; y++) {
            for (int x = 0; x < SQUARES * SQUARE; x++) {
                boolean white = ((bits >> (SQUARES - 1 - x / SQUARE)) & 1) == 1;
                pixels[y * WIDTH + x] = (byte) (white ? 235 : 16);
            }
        }
        return pixels;
    }
}
