package custody.video.bench;

import custody.video.camera.CameraId;
import custody.video.camera.StreamAddress;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.recorder.Briefing;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import custody.video.simulator.Fault;
import custody.video.simulator.SimulatorMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A recorder that is left alone with good, dead, silent, half-open, flapping and lying cameras: its memory, open files and threads
 * once a minute, and whether they stayed flat. Linux only.
 */
public final class SoakBench {
    private static final List<Fault> FAULTS = List.of(
            Fault.NONE,
            Fault.NONE,
            Fault.NONE,
            Fault.NONE,
            Fault.DEAD,
            Fault.DEAD,
            Fault.SILENT,
            Fault.SILENT,
            Fault.HALF_OPEN,
            Fault.HALF_OPEN,
            Fault.FLAPPING,
            Fault.FLAPPING,
            Fault.REFUSE_ACCOUNT,
            Fault.NO_STREAM,
            Fault.NO_KEY_FRAME,
            Fault.LOSE_PACKETS);

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int minutes;
    private final Path folder;
    private final PrintStream out;
    private final AtomicLong newest = new AtomicLong();

    /** {@code folder} must be empty; footage of some hundred megabytes an hour is left in it. */
    public SoakBench(int minutes, Path folder, PrintStream out) {
        this.minutes = minutes;
        this.folder = folder.toAbsolutePath();
        this.out = out;
    }

    /** Runs for the minutes; answers whether memory, files and threads stayed flat and no good camera lost a picture. */
    public boolean run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path clip = clip(BundledFfmpeg.unpack(folder.resolve("ffmpeg")).ffmpeg());
        Process simulator =
                Programs.java(64, SimulatorMain.class, "0", String.valueOf(FAULTS.size()), clip.toString(), "");
        try (BufferedReader said = simulator.inputReader(StandardCharsets.UTF_8);
                Writer told = simulator.outputWriter(StandardCharsets.UTF_8)) {
            String hello = String.valueOf(said.readLine());
            int port = Integer.parseInt(hello.substring(hello.lastIndexOf(' ') + 1));
            for (int i = 0; i < FAULTS.size(); i++) {
                told.write("fault " + i + " " + FAULTS.get(i).name() + "\n");
            }
            told.flush();
            return record(port, new Sent(said, told));
        } finally {
            simulator.destroyForcibly().waitFor();
        }
    }

    /** Asks the simulator how many pictures one camera has sent. */
    private record Sent(BufferedReader said, Writer told) {
        long by(int camera) throws IOException {
            told.write("sent " + camera + "\n");
            told.flush();
            String answer = String.valueOf(said.readLine());
            return Long.parseLong(answer.substring(answer.lastIndexOf(' ') + 1));
        }
    }

    private boolean record(int port, Sent sent) throws IOException, InterruptedException {
        var cameras = new TreeMap<CameraId, StreamAddress>();
        for (int i = 0; i < FAULTS.size(); i++) {
            cameras.put(new CameraId(name(i)), new StreamAddress("127.0.0.1", port, "/camera/" + i));
        }
        Process recorder = Programs.recorder(folder, port, Briefing.of(cameras));
        Path socket = folder.resolve("archive").resolve("recorder.sock");
        try (var client = new RecorderClient(socket, 0, (number, line) -> newest.accumulateAndGet(number, Math::max))) {
            client.start();
            return watch(recorder, client, sent);
        } finally {
            recorder.destroy();
            recorder.waitFor();
        }
    }

    private static String name(int camera) {
        return String.format(Locale.ROOT, "cam-%02d", camera);
    }

    private boolean watch(Process recorder, RecorderClient client, Sent sent) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "%6s %8s %8s %7s %8s %10s %8s %8s%n",
                "minute",
                "RSS MB",
                "PSS MB",
                "files",
                "threads",
                "events",
                "missing",
                "% core");
        var seen = new Flatness();
        long begun = System.nanoTime();
        double cpu = 0;
        long missing = 0;
        for (int minute = 1; minute <= minutes; minute++) {
            long rest = begun + minute * MINUTE_NANOS - System.nanoTime();
            Thread.sleep(Math.max(0, rest / 1_000_000));
            client.ask(Line.of("ack").with("number", newest.get()));
            missing = missing(client.ask(Line.of("status")), sent);
            Footprint now = Footprint.of(recorder.toHandle());
            seen.add(now);
            out.printf(
                    Locale.ROOT,
                    "%6d %8.1f %8.1f %7d %8d %10d %8d %8.1f%n",
                    minute,
                    now.rssBytes() / 1e6,
                    now.pssBytes() / 1e6,
                    now.files(),
                    now.threads(),
                    newest.get(),
                    missing,
                    (now.cpuSeconds() - cpu) / 60 * 100);
            cpu = now.cpuSeconds();
        }
        boolean flat = seen.flat(out);
        boolean whole = missing <= MOST_ON_THEIR_WAY;
        out.printf(Locale.ROOT, "good cameras: %s, at most %d pictures sent and not yet recorded%n", whole, missing);
        return flat && whole;
    }

    /** Pictures that a good camera has sent and the recorder has not taken yet: read two at a time, and asked for one after the other. */
    private static final long MOST_ON_THEIR_WAY = 25;

    private static long missing(List<Line> status, Sent sent) throws IOException {
        long most = 0;
        for (int i = 0; i < FAULTS.size(); i++) {
            String name = name(i);
            if (FAULTS.get(i) == Fault.NONE) {
                long recorded = status.stream()
                        .filter(line -> line.field("camera").equals(name))
                        .mapToLong(line -> line.number("frames"))
                        .sum();
                most = Math.max(most, sent.by(i) - recorded);
            }
        }
        return most;
    }

    /** Four seconds of a small picture at a quarter of a megabit. */
    private Path clip(Path ffmpeg) throws IOException, InterruptedException {
        Path made = folder.resolve("small.h264");
        int code = new ProcessBuilder(
                        ffmpeg.toString(),
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=25",
                        "-t",
                        "4",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "250k",
                        "-g",
                        "25",
                        "-pix_fmt",
                        "yuv420p",
                        "-f",
                        "h264",
                        made.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("clip could not be encoded");
        }
        return made;
    }
}
