package custody.video.bench;

import custody.video.camera.CameraId;
import custody.video.camera.StreamAddress;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.recorder.Briefing;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import custody.video.simulator.SimulatorMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Our recorder and an ffmpeg process per camera, one after the other on the same simulated cameras in the same run:
 * {@code … RecorderBench [--cameras 64] [--seconds 30] [--per-packet] [--alone] [--ffmpeg PROGRAM] [--folder DIR]}. Linux only.
 */
public final class RecorderBench {
    private static final int WARM_SECONDS = 25;
    private static final int CLIP_SECONDS = 10;

    /** One look at memory may meet the compiler of the JVM at work, or many cameras' seconds at their fullest. */
    private static final int LOOK_SECONDS = 2;

    private final Options options;
    private final PrintStream out;
    private final Path folder;
    private final Path clip;
    private final Path ffmpeg;

    private record Options(int cameras, int seconds, boolean perPacket, boolean alone, String ffmpeg, Path folder) {
        static Options of(String[] arguments) {
            int cameras = 64;
            int seconds = 30;
            boolean perPacket = false;
            boolean alone = false;
            String ffmpeg = "";
            Path folder = Path.of("target", "bench-video");
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--cameras" -> cameras = Integer.parseInt(arguments[++i]);
                    case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
                    case "--per-packet" -> perPacket = true;
                    case "--alone" -> alone = true;
                    case "--ffmpeg" -> ffmpeg = arguments[++i];
                    case "--folder" -> folder = Path.of(arguments[++i]);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            return new Options(cameras, seconds, perPacket, alone, ffmpeg, folder);
        }
    }

    /** What the recording processes cost together: CPU, and the median and most of their memory, which is read every two seconds. */
    private record Result(double corePercent, double megabytes, double mostMegabytes) {
        Result over(Result other) {
            return new Result(
                    corePercent / other.corePercent, megabytes / other.megabytes, mostMegabytes / other.mostMegabytes);
        }
    }

    private RecorderBench(Options options, PrintStream out) throws IOException, InterruptedException {
        this.options = options;
        this.out = out;
        this.folder = options.folder().toAbsolutePath();
        Files.createDirectories(folder);
        Path bundled = BundledFfmpeg.unpack(folder.resolve("ffmpeg")).ffmpeg();
        this.ffmpeg = options.ffmpeg().isEmpty() ? bundled : Path.of(options.ffmpeg());
        this.clip = clip(folder, bundled);
        out.printf(Locale.ROOT, "clip of %.2f Mbit/s%n", Files.size(clip) * 8 / 1e6 / CLIP_SECONDS);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new RecorderBench(Options.of(arguments), System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        Process simulator = Programs.java(
                64 + options.cameras(),
                SimulatorMain.class,
                "0",
                String.valueOf(options.cameras()),
                clip.toString(),
                options.perPacket() ? "per-packet" : "");
        try (BufferedReader said = simulator.inputReader(StandardCharsets.UTF_8)) {
            String hello = String.valueOf(said.readLine());
            int port = Integer.parseInt(hello.substring(hello.lastIndexOf(' ') + 1));
            out.printf(
                    Locale.ROOT,
                    "%d cameras, 1080p25 at 3 Mbit/s, %s, %d s measured after %d s%n",
                    options.cameras(),
                    options.perPacket() ? "one write a packet" : "one write a picture",
                    options.seconds(),
                    WARM_SECONDS);
            Result ours = recorder(port);
            out.printf(Locale.ROOT, "%-28s %11s %12s %10s%n", "", "% of a core", "MB, median", "MB, most");
            tell("recorder, hashed and synced", ours);
            if (!options.alone()) {
                Result theirs = ffmpegs(port);
                tell("ffmpeg -c copy, each camera", theirs);
                tell("times", theirs.over(ours));
            }
        } finally {
            simulator.destroyForcibly().waitFor();
        }
    }

    private void tell(String what, Result result) {
        out.printf(
                Locale.ROOT,
                "%-28s %11.1f %12.1f %10.1f%n",
                what,
                result.corePercent(),
                result.megabytes(),
                result.mostMegabytes());
    }

    private Result recorder(int port) throws IOException, InterruptedException {
        Path archive = folder.resolve("archive");
        Programs.delete(archive);
        var cameras = new TreeMap<CameraId, StreamAddress>();
        for (int i = 0; i < options.cameras(); i++) {
            cameras.put(new CameraId("cam-" + i), new StreamAddress("127.0.0.1", port, "/camera/" + i));
        }
        Process recorder = Programs.recorder(folder, port, Briefing.of(cameras));
        try {
            Result result = measure(List.of(recorder.toHandle()));
            tellLoss(archive.resolve("recorder.sock"));
            return result;
        } finally {
            recorder.destroy();
            recorder.waitFor();
            Programs.delete(archive);
        }
    }

    private void tellLoss(Path socket) throws IOException, InterruptedException {
        try (var client = new RecorderClient(socket, Long.MAX_VALUE - 1, (number, line) -> {})) {
            client.start();
            while (!client.connected()) {
                Thread.sleep(20);
            }
            List<Line> status = client.ask(Line.of("status"));
            out.printf(
                    Locale.ROOT,
                    "recorded %d pictures, %d packets lost%n",
                    status.stream().mapToLong(l -> l.number("frames")).sum(),
                    status.stream().mapToLong(l -> l.number("lost")).sum());
        }
    }

    private Result ffmpegs(int port) throws IOException, InterruptedException {
        Path archive = folder.resolve("ffmpegs");
        Programs.delete(archive);
        var processes = new ArrayList<Process>();
        try {
            for (int i = 0; i < options.cameras(); i++) {
                Path camera = Files.createDirectories(archive.resolve(String.valueOf(i)));
                processes.add(new ProcessBuilder(
                                ffmpeg.toString(),
                                "-nostdin",
                                "-v",
                                "quiet",
                                "-rtsp_transport",
                                "tcp",
                                "-i",
                                "rtsp://127.0.0.1:" + port + "/camera/" + i,
                                "-map",
                                "0:v",
                                "-c",
                                "copy",
                                "-f",
                                "segment",
                                "-segment_time",
                                "60",
                                "-reset_timestamps",
                                "1",
                                "-segment_format",
                                "mp4",
                                "-segment_format_options",
                                "movflags=+frag_keyframe+empty_moov+default_base_moof",
                                camera.resolve("%04d.mp4").toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            return measure(processes.stream().map(Process::toHandle).toList());
        } finally {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
            Programs.delete(archive);
        }
    }

    private Result measure(List<ProcessHandle> processes) throws IOException, InterruptedException {
        Thread.sleep(WARM_SECONDS * 1_000L);
        ProcessCost before = ProcessCost.of(processes);
        long begun = System.nanoTime();
        var memory = new ArrayList<Long>();
        ProcessCost after = before;
        for (int second = 0; second < options.seconds(); second += LOOK_SECONDS) {
            Thread.sleep(LOOK_SECONDS * 1_000L);
            after = ProcessCost.of(processes);
            memory.add(after.pssBytes());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        memory.sort(Comparator.naturalOrder());
        return new Result(
                (after.cpuSeconds() - before.cpuSeconds()) / seconds * 100,
                memory.get(memory.size() / 2) / 1e6,
                memory.getLast() / 1e6);
    }

    /** Ten seconds of a busy 1080p25 picture at 3 Mbit/s, H.264 with start codes, made once in the folder. */
    static Path clip(Path folder, Path bundled) throws IOException, InterruptedException {
        Path made = folder.resolve("3mbit.h264");
        if (!Files.exists(made)) {
            Path part = folder.resolve("3mbit.part");
            int code = new ProcessBuilder(
                            bundled.toString(),
                            "-nostdin",
                            "-v",
                            "error",
                            "-y",
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc2=s=1920x1080:r=25,noise=alls=6:allf=t",
                            "-t",
                            String.valueOf(CLIP_SECONDS),
                            "-c:v",
                            "libopenh264",
                            "-b:v",
                            "3M",
                            "-maxrate",
                            "3M",
                            "-rc_mode",
                            "bitrate",
                            "-allow_skip_frames",
                            "0",
                            "-g",
                            "50",
                            "-pix_fmt",
                            "yuv420p",
                            "-f",
                            "h264",
                            part.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("clip could not be encoded");
            }
            Files.move(part, made);
        }
        return made;
    }
}
