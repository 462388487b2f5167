package custody.video.recorder;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps at most eight cameras connecting at a time, at most two of them long lost so that dead addresses cannot hold up the
 * living, and wakes the waiting when one that was lost comes back: after a switch has restarted, the first camera found tells
 * the others.
 */
public final class ConnectGate {
    private static final int MOST = 8;
    private static final int MOST_LONG_LOST = 2;

    private final Semaphore all = new Semaphore(MOST, true);
    private final Semaphore longLost = new Semaphore(MOST_LONG_LOST, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition found = lock.newCondition();
    private long finds;
    private int highest;

    /** Waits for a place; give it back with {@link #leave}. */
    void enter(boolean isLongLost) throws InterruptedException {
        if (isLongLost) {
            longLost.acquire();
        }
        try {
            all.acquire();
        } catch (InterruptedException stopped) {
            if (isLongLost) {
                longLost.release();
            }
            throw stopped;
        }
        lock.lock();
        try {
            highest = Math.max(highest, MOST - all.availablePermits());
        } finally {
            lock.unlock();
        }
    }

    void leave(boolean wasLongLost) {
        all.release();
        if (wasLongLost) {
            longLost.release();
        }
    }

    /** The most cameras that were connecting at one time. */
    public int highest() {
        lock.lock();
        try {
            return highest;
        } finally {
            lock.unlock();
        }
    }

    /** A camera that was lost delivers again. */
    void found() {
        lock.lock();
        try {
            finds++;
            found.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits {@code nanos}, or less: when told to stop, or after {@code leastNanos} when another camera is found and this one heeds it. */
    void await(long nanos, long leastNanos, BooleanSupplier stop, boolean heedsFinds) throws InterruptedException {
        lock.lock();
        try {
            long findsBefore = finds;
            long begun = System.nanoTime();
            while (!stop.getAsBoolean()) {
                long until = heedsFinds && finds != findsBefore ? Math.min(nanos, leastNanos) : nanos;
                long rest = until - (System.nanoTime() - begun);
                if (rest <= 0) {
                    return;
                }
                found.awaitNanos(rest);
            }
        } finally {
            lock.unlock();
        }
    }
}
