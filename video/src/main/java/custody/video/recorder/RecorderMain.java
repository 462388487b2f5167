package custody.video.recorder;

import custody.video.archive.LastRecorded;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The recorder's process: {@code java … custody.video.recorder.RecorderMain FILE}. Reads what the node says of its cameras from standard
 * input, one line {@code camera id=} with its {@link Briefing} each, up to an empty line or the end; then records until the node says stop or the process
 * is asked to end. Losing standard input does not stop it, since the node may be restarted.
 */
public final class RecorderMain {
    private RecorderMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments, System.out, System.err));
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.length != 1) {
            err.println("one argument: the recorder's configuration file");
            return 2;
        }
        try {
            RecorderConfiguration configuration = RecorderConfiguration.read(Path.of(arguments[0]));
            var stop = new CountDownLatch(1);
            var stopped = new CountDownLatch(1);
            Recorder recorder = Recorder.start(configuration, briefing(), Clocks.ofMachine(), stop::countDown);
            endWithoutNode(recorder, stop);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped)));
            out.println("recording " + configuration.cameras().size() + " cameras");
            out.flush();
            try {
                stop.await();
                recorder.close();
            } finally {
                stopped.countDown();
            }
            return 0;
        } catch (IOException | IllegalArgumentException failed) {
            err.println("recorder cannot start: " + failed.getMessage());
            return 1;
        }
    }

    /**
     * Ends a recorder that only makes sense with its node, as the demonstration's, whose cameras are in the node: set by the system
     * property {@code custody.recorder.alone-seconds}; 0 lets it record for ever.
     */
    private static void endWithoutNode(Recorder recorder, CountDownLatch stop) {
        int seconds = Integer.getInteger("custody.recorder.alone-seconds", 0);
        if (seconds > 0) {
            Thread.ofPlatform().name("alone").daemon().start(() -> {
                try {
                    int alone = 0;
                    while (alone < seconds) {
                        Thread.sleep(1_000);
                        alone = recorder.hasListeners() ? 0 : alone + 1;
                    }
                    stop.countDown();
                } catch (InterruptedException ending) {
                    return;
                }
            });
        }
    }

    /** A termination signal waits here until all segments are sealed. */
    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static Briefing briefing() throws IOException {
        var accounts = new HashMap<CameraId, Credentials>();
        var last = new HashMap<CameraId, LastRecorded>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String text = in.readLine(); text != null && !text.isEmpty(); text = in.readLine()) {
            Line line = Line.parse(text).orElseThrow(() -> new IllegalArgumentException("line of a camera"));
            var camera = new CameraId(line.field("id"));
            Briefing.account(line).ifPresent(account -> accounts.put(camera, account));
            Briefing.last(line).ifPresent(newest -> last.put(camera, newest));
        }
        return new Briefing(accounts, last);
    }
}
