package custody.video.simulator;

import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.media.Codec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The four clips of the demonstration, a minute each, drawn here and encoded by the bundled ffmpeg at the first start. */
public final class DemoClips {
    /** Pictures a second of the clips. */
    public static final int FRAMES_PER_SECOND = 10;

    private static final int SECONDS = 60;

    /** The room that is served small as well, as a camera's second stream is. */
    private static final DemoRoom.Kind ALSO_SMALL = DemoRoom.Kind.YARD;

    private DemoClips() {}

    /** The clips, made now when {@code folder} does not have them yet; takes some seconds the first time. */
    public static List<Clip> in(Path folder, BundledFfmpeg ffmpeg) throws IOException {
        Files.createDirectories(folder);
        var clips = new ArrayList<Clip>();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            var made = new ArrayList<Future<Path>>();
            for (DemoRoom.Kind kind : DemoRoom.Kind.values()) {
                made.add(workers.submit(() -> file(folder, kind, ffmpeg)));
            }
            for (Future<Path> one : made) {
                clips.add(Clip.of(Codec.H264, Files.readAllBytes(one.get())));
            }
        } catch (ExecutionException failed) {
            throw new IOException("demonstration clip could not be made", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
        }
        return clips;
    }

    /** The last of the clips once more in a quarter of the pixels, made with {@link #in}. */
    public static Clip small(Path folder) throws IOException {
        return Clip.of(Codec.H264, Files.readAllBytes(named(folder, ALSO_SMALL, "-small.h264")));
    }

    private static Path named(Path folder, DemoRoom.Kind kind, String ending) {
        return folder.resolve(kind.name().toLowerCase(Locale.ROOT) + ending);
    }

    private static Path file(Path folder, DemoRoom.Kind kind, BundledFfmpeg ffmpeg)
            throws IOException, InterruptedException {
        Path file = named(folder, kind, ".h264");
        Path small = named(folder, kind, "-small.h264");
        boolean two = kind == ALSO_SMALL;
        if (!Files.exists(file) || (two && !Files.exists(small))) {
            // Named by the process: another one may be at it too.
            String part = "-" + ProcessHandle.current().pid() + ".part";
            Path unfinished = named(folder, kind, part);
            Path unfinishedSmall = named(folder, kind, "-small" + part);
            encode(kind, true, 0, ffmpeg, unfinished, two ? Optional.of(unfinishedSmall) : Optional.empty());
            if (two) {
                Files.move(unfinishedSmall, small, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /**
     * A clip of the registration room.
     *
     * @param people whether anybody is in it
     * @param noise of the sensor in grey levels, 0 for none
     */
    public static void room(Path to, boolean people, int noise, BundledFfmpeg ffmpeg)
            throws IOException, InterruptedException {
        encode(DemoRoom.Kind.REGISTRATION, people, noise, ffmpeg, to, Optional.empty());
    }

    private static void encode(
            DemoRoom.Kind kind, boolean people, int noise, BundledFfmpeg ffmpeg, Path to, Optional<Path> small)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                ffmpeg.ffmpeg().toString(),
                "-v",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "bgr24",
                "-s",
                DemoRoom.WIDTH + "x" + DemoRoom.HEIGHT,
                "-r",
                String.valueOf(FRAMES_PER_SECOND),
                "-i",
                "-"));
        command.addAll(output(noise == 0 ? "null" : "noise=alls=" + noise + ":allf=t", "400k", to));
        small.ifPresent(also ->
                command.addAll(output("scale=" + DemoRoom.WIDTH / 2 + ":" + DemoRoom.HEIGHT / 2, "120k", also)));
        Process encoder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20)) {
            var image = new BufferedImage(DemoRoom.WIDTH, DemoRoom.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
                DemoRoom.draw(image, kind, (double) i / FRAMES_PER_SECOND, people);
                out.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IOException("ffmpeg could not encode a demonstration clip");
        }
    }

    private static List<String> output(String filter, String bitrate, Path to) {
        return List.of(
                "-vf",
                filter,
                "-c:v",
                "libopenh264",
                "-b:v",
                bitrate,
                "-g",
                String.valueOf(FRAMES_PER_SECOND),
                "-pix_fmt",
                "yuv420p",
                "-f",
                "h264",
                to.toString());
    }
}
