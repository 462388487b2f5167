package custody.video.recorder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The recorder's process: {@code java … custody.video.recorder.RecorderMain FILE}. Reads from standard input which
 * cameras to record, a {@link Briefing} that ends with {@code apply}; then records until the node says stop or the process is asked to end. Losing standard input does not stop it, since the node may be restarted.
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
            Briefing briefing = briefing(err);
            Recorder recorder = Recorder.start(configuration, briefing, Clocks.ofMachine(), stop::countDown);
            endWithoutNode(recorder, stop);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped)));
            out.println("recording " + briefing.cameras().size() + " cameras");
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

    /** A list that breaks off is none: the node that wrote it is gone, and the next one starts a recorder of its own. */
    private static Briefing briefing(PrintStream err) throws IOException {
        var taking = new Briefing.Taking();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            if (text.equals(Briefing.END)) {
                return taking.whole();
            }
            take(taking, text, err);
        }
        throw new IOException("nobody said to the end which cameras to record");
    }

    /** One camera that makes no sense costs no other a picture; the node tells it again, and hears why it is refused. */
    private static void take(Briefing.Taking taking, String text, PrintStream err) {
        try {
            taking.camera(Line.parse(text).orElseThrow(() -> new IllegalArgumentException("no line")));
        } catch (IllegalArgumentException malformed) {
            err.println("a camera was not taken: " + malformed.getMessage());
        }
    }
}
