package custody.video.live;

import custody.video.ffmpeg.BundledFfmpeg;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Recorded pictures with parts painted over, for everyone who may see them only so: decoded, painted, scaled and encoded again in
 * a process of its own. It fails dark: when the process ends early, takes too long or writes nothing, nothing is answered.
 */
public final class PaintedFilm {
    private static final int WIDTH = 640;
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final long MOST_SECONDS = 20;
    private static final int AT_ONCE = 2;

    private final BundledFfmpeg ffmpeg;
    private final Semaphore workers = new Semaphore(AT_ONCE);

    public PaintedFilm(BundledFfmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Paints a stretch.
     *
     * @param footage initialisation and whole fragments that begin with a key frame
     * @return a fragmented MP4 that begins at media time 0
     */
    public byte[] paint(byte[] footage, List<Mask> masks) throws IOException {
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("painting needs a mask");
        }
        try {
            if (!workers.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("too many stretches are being painted");
            }
            try {
                return run(footage, masks);
            } finally {
                workers.release();
            }
        } catch (InterruptedException stopped) {
            throw new IOException("interrupted", stopped);
        }
    }

    private byte[] run(byte[] footage, List<Mask> masks) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(masks))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Thread feeding = Thread.ofVirtual().name("painting").start(() -> feed(process, footage));
            Thread.ofVirtual().name("painting-limit").start(() -> limit(process));
            byte[] painted = process.getInputStream().readNBytes(LARGEST);
            feeding.join();
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || painted.length == 0) {
                throw new IOException("painting failed");
            }
            return painted;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void feed(Process process, byte[] footage) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(footage);
        } catch (IOException ended) {
            // The exit value tells.
            return;
        }
    }

    private static void limit(Process process) {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }

    private List<String> command(List<Mask> masks) {
        String paint = masks.stream().map(Mask::filter).collect(Collectors.joining(","));
        var command = new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-v", "quiet", "-threads", "1"));
        command.addAll(List.of("-f", "mp4", "-i", "-", "-vf", paint + ",scale=" + WIDTH + ":-2"));
        command.addAll(
                List.of("-c:v", "libopenh264", "-b:v", "900k", "-g", "25", "-pix_fmt", "yuv420p", "-threads", "1"));
        command.addAll(List.of("-f", "mp4", "-movflags", "empty_moov+default_base_moof+frag_keyframe", "-"));
        return command;
    }
}
