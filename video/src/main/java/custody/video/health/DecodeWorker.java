package custody.video.health;

import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.health.KeyFrames.KeyFrame;
import custody.video.media.Codec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Decodes key frames in a process of its own, many in one go, so that starting it costs little for each. A frame that brings the
 * process down or holds it up costs that round only: it is killed after a time limit, and the frames are tried one by one.
 */
public final class DecodeWorker {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BundledFfmpeg ffmpeg;
    private final Path folder;

    /** {@code folder} takes the frames of the moment. */
    public DecodeWorker(BundledFfmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    /**
     * Small grey frames in the same order; empty where a key frame could not be decoded. All must have the same coding. Where the
     * program itself does not run, that is a failure and no frame's fault.
     */
    public List<Optional<GreyFrame>> grey(List<KeyFrame> keyFrames) throws IOException, InterruptedException {
        if (keyFrames.isEmpty()) {
            return List.of();
        }
        List<Optional<GreyFrame>> frames = each(keyFrames);
        if (frames.stream().allMatch(Optional::isEmpty) && !runs()) {
            throw new IOException("the program that decodes does not run");
        }
        return frames;
    }

    private boolean runs() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ffmpeg.ffmpeg().toString(), "-version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private List<Optional<GreyFrame>> each(List<KeyFrame> keyFrames) throws IOException, InterruptedException {
        List<GreyFrame> decoded = decode(keyFrames);
        if (decoded.size() == keyFrames.size()) {
            return decoded.stream().map(Optional::of).toList();
        }
        if (keyFrames.size() == 1) {
            return Collections.nCopies(1, decoded.stream().findFirst());
        }
        var each = new ArrayList<Optional<GreyFrame>>();
        for (KeyFrame keyFrame : keyFrames) {
            each.addAll(each(List.of(keyFrame)));
        }
        return each;
    }

    private List<GreyFrame> decode(List<KeyFrame> keyFrames) throws IOException, InterruptedException {
        Path grey = folder.resolve("grey");
        Files.deleteIfExists(grey);
        String format = keyFrames.getFirst().codec() == Codec.H264 ? "h264" : "hevc";
        run(
                keyFrames,
                List.of(
                        "-f",
                        format,
                        "-i",
                        "-",
                        "-fps_mode",
                        "passthrough",
                        "-vf",
                        "scale=" + GreyFrame.WIDTH + ":" + GreyFrame.HEIGHT + ":flags=fast_bilinear,format=gray",
                        "-f",
                        "rawvideo",
                        grey.toString()));
        if (!Files.exists(grey)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(grey);
        int size = GreyFrame.WIDTH * GreyFrame.HEIGHT;
        var frames = new ArrayList<GreyFrame>();
        for (int at = 0; at + size <= bytes.length; at += size) {
            frames.add(new GreyFrame(Arrays.copyOfRange(bytes, at, at + size)));
        }
        return frames;
    }

    /** A JPEG of a key frame, at most {@code width} pixels wide, for thumbnails and snapshots; empty when it cannot be decoded. */
    public Optional<byte[]> jpeg(KeyFrame keyFrame, int width) throws IOException, InterruptedException {
        Path jpeg = folder.resolve("picture.jpg");
        Files.deleteIfExists(jpeg);
        String format = keyFrame.codec() == Codec.H264 ? "h264" : "hevc";
        run(
                List.of(keyFrame),
                List.of(
                        "-f",
                        format,
                        "-i",
                        "-",
                        "-frames:v",
                        "1",
                        "-vf",
                        "scale='min(" + width + ",iw)':-2",
                        "-f",
                        "mjpeg",
                        "-q:v",
                        "4",
                        jpeg.toString()));
        return Files.exists(jpeg) && Files.size(jpeg) > 0 ? Optional.of(Files.readAllBytes(jpeg)) : Optional.empty();
    }

    private void run(List<KeyFrame> keyFrames, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-v", "quiet", "-threads", "1", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // A process that hangs does not read either: the limit must hold while writing to it.
        Thread limit = Thread.ofVirtual().start(() -> killAfterLimit(process));
        try (OutputStream in = process.getOutputStream()) {
            for (KeyFrame keyFrame : keyFrames) {
                in.write(keyFrame.stream().toArray());
            }
        } catch (IOException processGone) {
            process.destroyForcibly();
        }
        process.waitFor();
        limit.interrupt();
    }

    private static void killAfterLimit(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException finished) {
            return;
        }
    }
}
