package custody.node.threads;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes one turn after the other until it is closed. Between turns it sleeps as long as the last one said, or
 * until its bell rings; a turn that fails is logged and tried again a second later. Safe for many threads.
 */
public final class Turns implements AutoCloseable {
    /** Not more is slept at once, so that a clock that is set or a bell that was not heard costs a minute at most. */
    public static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final Turn turn;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** One turn. */
    @FunctionalInterface
    public interface Turn {
        /** Does what is due; answers how long there is nothing to do, {@link Duration#ZERO} where there may be more at once. */
        Duration take() throws InterruptedException;
    }

    /** Not started yet. */
    public Turns(String name, Turn turn) {
        this.turn = turn;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Takes the first turn at once. */
    public void start() {
        thread.start();
    }

    /** There may be something to do: the next turn comes at once. Never blocks; rung too often it makes one turn too many. */
    public void wake() {
        bell.release();
    }

    /** Whether no further turn is taken: long turns ask between their steps. */
    public boolean closed() {
        return closed;
    }

    private void run() {
        try {
            while (!closed) {
                sleep(takeTurn());
            }
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    private Duration takeTurn() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException | Error failed) {
            LOG.atError()
                    .addKeyValue("thread", thread.getName())
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .log("stumbled");
            return AFTER_FAULT;
        }
    }

    private void sleep(Duration length) throws InterruptedException {
        if (length.isZero()) {
            return;
        }
        long millis = Math.clamp(length.toMillis(), 1, LONGEST_SLEEP.toMillis());
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** As {@link #close}, and the turn under way is interrupted: for one that waits for somebody far away. */
    public void interrupt() {
        closed = true;
        thread.interrupt();
        close();
    }

    /** Waits for the end of the turn under way. */
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
