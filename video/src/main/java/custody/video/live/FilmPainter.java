package custody.video.live;

import custody.video.ffmpeg.BundledFfmpeg;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Paints over parts of a whole film, from file to file, picture for picture, in a process of its own that everything else on the
 * machine goes before, recording first of all. It fails dark: a process that ends badly leaves a file that nobody may hand out.
 */
public final class FilmPainter {
    /** Wider pictures are scaled down to this: what a court needs to see, in a time that an officer can wait for. */
    private static final int WIDEST = 1280;

    private static final String FRAME = "frame=";
    private static final long LONGEST_STANDSTILL = Duration.ofMinutes(2).toNanos();

    /**
     * A film.
     *
     * @param width of its first picture; all pictures of the painted film have that size, or less
     * @param height as {@code width}
     */
    public record Film(Path file, int width, int height) {}

    private final BundledFfmpeg ffmpeg;

    public FilmPainter(BundledFfmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes {@code film} to {@code painted}, which must not be there yet, and returns when all of it is written.
     *
     * @param progress gets the number of pictures done
     * @param cancelled asked some times a second; {@link CancellationException} is thrown then
     * @throws IOException when it could not be painted as a whole
     */
    public void paint(Film film, Path painted, List<Mask> masks, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("painting needs a mask");
        }
        Process process = new ProcessBuilder(command(film, painted, masks))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            process.getOutputStream().close();
            double done = -1;
            long since = System.nanoTime();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("painting cancelled");
                }
                if (line.startsWith(FRAME)) {
                    double now = number(line.substring(FRAME.length()));
                    since = now > done ? System.nanoTime() : since;
                    done = Math.max(done, now);
                    progress.accept(done);
                }
                if (System.nanoTime() - since > LONGEST_STANDSTILL) {
                    throw new IOException("painting stands still");
                }
            }
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("painting failed");
            }
        } catch (InterruptedException stopped) {
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static double number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** One size for all pictures, whatever the camera changed on the way. */
    private static String size(Film film) {
        int width = Math.min(WIDEST, film.width()) / 2 * 2;
        int height = Math.max(2, Math.round((float) film.height() * width / film.width() / 2) * 2);
        return "scale=" + width + ":" + height + ":flags=fast_bilinear,setsar=1";
    }

    /** {@code passthrough} keeps each picture and its time; the film's edit list hides what comes before the first one asked for. */
    private List<String> command(Film film, Path painted, List<Mask> masks) {
        String paint = masks.stream().map(Mask::filter).collect(Collectors.joining(","));
        var command =
                new ArrayList<>(List.of("nice", "-n", "10", ffmpeg.ffmpeg().toString()));
        command.addAll(List.of("-v", "quiet", "-nostdin", "-n"));
        command.addAll(
                List.of("-progress", "pipe:1", "-stats_period", "0.25", "-threads", "1", "-filter_threads", "1"));
        command.addAll(List.of("-f", "mp4", "-i", film.file().toString(), "-map", "0:v:0", "-map_metadata", "-1"));
        command.addAll(List.of("-vf", paint + "," + size(film), "-fps_mode", "passthrough"));
        command.addAll(List.of("-c:v", "libopenh264", "-b:v", "2500k", "-g", "50", "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-threads", "1", "-f", "mp4", "-movflags", "+faststart", painted.toString()));
        return command;
    }
}
