package custody.video.recorder;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One thread that looks at all sessions four times a second; cheaper than a time limit on each of thousands of reads. */
final class Watchdog {
    private static final long EVERY_NANOS = 250_000_000L;

    private final Supplier<Collection<CameraSession>> sessions;
    private final Runnable others;
    private final Clocks clocks;
    private final Thread thread = Thread.ofPlatform().name("watchdog").daemon().unstarted(this::run);
    private volatile boolean closing;

    /** {@code others} is done with each look. */
    Watchdog(Supplier<Collection<CameraSession>> sessions, Runnable others, Clocks clocks) {
        this.sessions = sessions;
        this.others = others;
        this.clocks = clocks;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                others.run();
                long now = clocks.nanos();
                sessions.get().forEach(session -> session.look(now));
            } catch (RuntimeException | Error fault) {
                LastingThread.say(fault);
            }
            LockSupport.parkNanos(this, EVERY_NANOS);
        }
    }

    void close() throws InterruptedException {
        closing = true;
        LockSupport.unpark(thread);
        thread.join();
    }
}
