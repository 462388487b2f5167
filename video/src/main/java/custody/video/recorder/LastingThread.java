package custody.video.recorder;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that must not end before it is told to: when it died of what nobody expected, {@link #revive} begins it again. What it died
 * of goes where the process writes its log.
 */
final class LastingThread {
    private final Thread.Builder builder;
    private final Runnable first;
    private final Runnable again;
    private @Nullable Thread thread;
    private boolean ending;

    /** {@code again} is run instead of {@code first} by a thread that takes the place of a dead one. */
    LastingThread(Thread.Builder builder, Runnable first, Runnable again) {
        this.builder = builder;
        this.first = first;
        this.again = again;
    }

    synchronized void start() {
        thread = builder.start(first);
    }

    synchronized void revive() {
        if (!ending && thread != null && thread.getState() == Thread.State.TERMINATED) {
            thread = builder.start(again);
        }
    }

    /** From now on it may end. */
    synchronized void ending() {
        ending = true;
    }

    void join() throws InterruptedException {
        Thread last = current();
        if (last != null) {
            last.join();
        }
    }

    void unpark() {
        LockSupport.unpark(current());
    }

    private synchronized @Nullable Thread current() {
        return thread;
    }

    /** A fault that costs this one turn and not the thread. */
    static void say(Throwable fault) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, fault);
    }
}
