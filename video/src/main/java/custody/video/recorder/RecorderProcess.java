package custody.video.recorder;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a recorder running: joins one that an earlier node left recording, else starts one, and starts it again when it ends or was
 * ended because it answered no more. Nothing that hinders a start ends the supervision.
 * Ending this does not end the recorder, unless told to with {@link #stopRecorder}.
 */
public final class RecorderProcess implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /**
     * How long a recorder may be silent.
     *
     * @param beat how often it is asked whether it lives
     * @param answer how long an answer may take
     * @param silence one that has answered and answers no more for so long is ended
     * @param start one that has not answered yet may be busy for so long with what an earlier one left, on a slow disk
     */
    record Patience(Duration beat, Duration answer, Duration silence, Duration start) {
        static final Patience USUAL = new Patience(
                Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    private final List<String> command;
    private final Path configuration;
    private final Pulse pulse;
    private final Path log;
    private final Supplier<Briefing> briefing;
    private final Patience patience;
    private final Thread thread =
            Thread.ofPlatform().name("recorder-supervisor").daemon().unstarted(this::supervise);
    private final Thread watch =
            Thread.ofPlatform().name("recorder-pulse").daemon().unstarted(this::watch);
    private volatile @Nullable Process process;
    private volatile boolean beaten;

    /** When it last answered, or was started. */
    private volatile long heard = System.nanoTime();

    private volatile boolean closed;
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failedStarts = new AtomicInteger();

    /**
     * {@code command} starts the recorder's program up to and without the configuration file; {@code briefing} is asked for at
     * each start and goes over standard input only. Where it cannot be had the start is hindered, so whoever gives it remembers
     * what was to be recorded.
     */
    public RecorderProcess(
            List<String> command, Path configuration, Path socket, Path log, Supplier<Briefing> briefing) {
        this(command, configuration, socket, log, briefing, Patience.USUAL);
    }

    RecorderProcess(
            List<String> command,
            Path configuration,
            Path socket,
            Path log,
            Supplier<Briefing> briefing,
            Patience patience) {
        this.patience = patience;
        this.command = List.copyOf(command);
        this.configuration = configuration;
        this.pulse = new Pulse(socket);
        this.log = log;
        this.briefing = briefing;
    }

    /**
     * The command for a recorder with this JVM's own Java and class path. Pictures lie outside the heap, so its young part may be small
     * and its old part grows only where it must; the class archive stays where it was made for, so that its pages are shared and
     * not written to; memory that the C library no longer needs goes back to the machine. A recorder without memory ends, so that the next
     * begins: one that goes on in part records less than anybody believes.
     */
    public static List<String> commandOfThisJvm(int cameras) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmn4m",
                "-Xmx" + heapMegabytes(cameras) + "m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:TrimNativeHeapInterval=10000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                RecorderMain.class.getName());
    }

    /** What the heap may grow to; most of it is for live pictures that wait for a slow node. */
    private static int heapMegabytes(int cameras) {
        return 32 + Math.max(16, cameras);
    }

    /** A process of that command, whose threads share their memory rather than have an arena each. */
    public static ProcessBuilder prepared(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    public void start() {
        thread.start();
        watch.start();
    }

    private void supervise() {
        Duration wait = LOOK;
        while (!closed) {
            try {
                if (!pulse.connects() && !pulse.taken()) {
                    wait = run() ? LOOK : doubled(wait);
                }
                Thread.sleep(wait);
            } catch (InterruptedException stopping) {
                closed = true;
            } catch (IOException cannotStart) {
                // No room, no memory, too many files: what hinders a start now does not for ever.
                wait = doubled(wait);
                failedStarts.incrementAndGet();
                LockSupport.parkNanos(this, wait.toNanos());
            }
        }
    }

    /** Runs a recorder until it ends; false when it ended at once, so that the next waits longer. */
    private boolean run() throws IOException, InterruptedException {
        Process started = startProcess();
        beaten = false;
        heard = System.nanoTime();
        process = started;
        long begun = System.nanoTime();
        int code = started.waitFor();
        process = null;
        return code == 0 || System.nanoTime() - begun > SETTLED.toNanos();
    }

    /** Ends a recorder that does not answer, whoever started it; then it is started like one that ended by itself. */
    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(patience.beat());
                if (pulse.beats(patience.answer())) {
                    heard = System.nanoTime();
                    beaten = true;
                } else if (System.nanoTime() - heard > (beaten ? patience.silence() : patience.start()).toNanos()) {
                    if (endSilent()) {
                        ended.incrementAndGet();
                    }
                    heard = System.nanoTime();
                    beaten = false;
                }
            }
        } catch (InterruptedException stopping) {
            return;
        }
    }

    /** False where there was none to end, as while nothing can be started. */
    private boolean endSilent() {
        Process started = process;
        boolean own = started != null && started.toHandle().destroyForcibly();
        boolean holding = pulse.holder().filter(ProcessHandle::destroyForcibly).isPresent();
        return own || holding;
    }

    private static Duration doubled(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private Process startProcess() throws IOException {
        Briefing told = known();
        Files.createDirectories(log.toAbsolutePath().getParent());
        var all = new ArrayList<>(command);
        all.add(configuration.toString());
        Process started = prepared(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        starts.incrementAndGet();
        try {
            tell(started, told);
        } catch (IOException notTold) {
            started.destroyForcibly();
            throw notTold;
        }
        return started;
    }

    /** Tells a recorder that was just started which cameras to record. */
    public static void tell(Process recorder, Briefing briefing) throws IOException {
        try (Writer in = recorder.outputWriter(StandardCharsets.UTF_8)) {
            for (Line.Builder line : briefing.lines().values()) {
                in.write(line + "\n");
            }
            in.write(Briefing.END + "\n");
        }
    }

    private Briefing known() throws IOException {
        try {
            return briefing.get();
        } catch (RuntimeException unknown) {
            throw new IOException("nobody knows which cameras to record", unknown);
        }
    }

    /** The recorder's process, when this started it and it runs. */
    public @Nullable Process process() {
        return process;
    }

    /** How often a recorder was started here. */
    public int starts() {
        return starts.get();
    }

    /** How often a recorder was ended here because it did not answer. */
    public int ended() {
        return ended.get();
    }

    /** How often something hindered a start. */
    public int failedStarts() {
        return failedStarts.get();
    }

    /** Stops supervising; the recorder goes on recording. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        watch.interrupt();
    }

    /** Stops supervising and ends the recorder in order, waiting for its last segments. */
    public void stopRecorder(Duration most) throws InterruptedException {
        Process running = process;
        close();
        if (running != null) {
            running.destroy();
            if (!running.waitFor(most)) {
                running.destroyForcibly();
            }
        }
    }
}
