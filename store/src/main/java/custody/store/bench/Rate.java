package custody.store.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one run gave.
 *
 * @param eventsPerSecond events durable and answered, by second
 * @param p50Millis half of the calls were answered within
 * @param p99Millis 99 of 100 calls were answered within
 */
public record Rate(double eventsPerSecond, double p50Millis, double p99Millis) {
    private static final double NANOS = 1e6;

    /** From single calls, nanoseconds each. */
    static Rate of(long events, double seconds, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Rate(events / seconds, at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / NANOS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,10.0f events/s   p50 %6.2f ms   p99 %6.2f ms", eventsPerSecond, p50Millis, p99Millis);
    }
}
