package custody.video.recorder;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many bytes a second are written, over the last minute. One thread. */
final class WritingRate {
    private static final long OVER_NANOS = 60_000_000_000L;

    /** Less says nothing: pictures come in seconds. */
    private static final long LEAST_NANOS = 2_000_000_000L;

    private final Deque<Written> history = new ArrayDeque<>();

    private record Written(long nanos, long bytes) {}

    /** So many bytes have been written by then since the start; answers bytes a second, 0 while nobody can know. */
    long at(long nanos, long bytes) {
        if (!history.isEmpty() && bytes < history.getLast().bytes()) {
            // A camera was taken away, and what it had written with it.
            history.clear();
        }
        history.addLast(new Written(nanos, bytes));
        while (history.size() > 2 && nanos - history.getFirst().nanos() > OVER_NANOS) {
            history.removeFirst();
        }
        Written first = history.getFirst();
        long span = nanos - first.nanos();
        return span < LEAST_NANOS ? 0 : (bytes - first.bytes()) * 1_000 / (span / 1_000_000);
    }
}
