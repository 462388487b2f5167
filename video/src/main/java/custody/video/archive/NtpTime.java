package custody.video.archive;

import java.time.Duration;
import java.time.Instant;

/** The 64-bit wall clock of {@code prft}: seconds since 1900 and a fraction (RFC 5905 section 6). */
public final class NtpTime {
    private static final long SECONDS_TO_1970 = 2_208_988_800L;

    private NtpTime() {}

    public static long of(Instant wall) {
        long fraction = ((long) wall.getNano() << 32) / 1_000_000_000L;
        return (wall.getEpochSecond() + SECONDS_TO_1970) << 32 | fraction;
    }

    /** The moment a 64-bit time means, taking the era nearest to {@code near}. */
    public static Instant instant(long ntp, Instant near) {
        long seconds = ntp >>> 32;
        long expected = near.getEpochSecond() + SECONDS_TO_1970;
        long full = expected + (int) (seconds - expected);
        long nanos = ((ntp & 0xffffffffL) * 1_000_000_000L + (1L << 31)) >>> 32;
        return Instant.ofEpochSecond(full - SECONDS_TO_1970, nanos);
    }

    /** Milliseconds from {@code start} to the time, which lies near it. */
    static int millisSince(Instant start, long ntp) {
        long millis =
                Duration.between(start, instant(ntp, start)).plusNanos(500_000).toMillis();
        return Math.clamp(millis, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
