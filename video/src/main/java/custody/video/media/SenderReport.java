package custody.video.media;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * What a camera says its wall clock was at a point of its media clock (RTCP sender report, RFC 3550 section 6.4.1).
 *
 * @param wall the camera's wall clock; empty when the camera has none (all zero)
 * @param timestamp the 32 bits of its media clock at that moment
 */
public record SenderReport(int source, Optional<Instant> wall, int timestamp, long packets, long bytes) {
    /** Seconds from 1900 to 1970. */
    private static final long NTP_TO_UNIX = 2_208_988_800L;

    /** Seconds in one era of the protocol's clock, which begins again in February 2036. */
    private static final long ERA = 1L << 32;

    /** Finds the first sender report of a compound packet of {@code length} bytes at {@code at}. */
    public static Optional<SenderReport> find(ByteBuffer in, int at, int length) {
        int end = at + length;
        if (at < 0 || length < 0 || end > in.limit()) {
            return Optional.empty();
        }
        int p = at;
        while (end - p >= 8) {
            int size = 4 * (1 + (in.getShort(p + 2) & 0xffff));
            if ((in.get(p) & 0xc0) != 0x80 || size > end - p) {
                return Optional.empty();
            }
            if ((in.get(p + 1) & 0xff) == 200 && size >= 28) {
                return Optional.of(read(in, p));
            }
            p += size;
        }
        return Optional.empty();
    }

    private static SenderReport read(ByteBuffer in, int p) {
        long seconds = in.getInt(p + 8) & 0xffffffffL;
        long fraction = in.getInt(p + 12) & 0xffffffffL;
        // The highest bit is clear only after the era of 2036 began (RFC 4330 section 3).
        long unix = (seconds >= 1L << 31 ? seconds : seconds + ERA) - NTP_TO_UNIX;
        Optional<Instant> wall = seconds == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(unix, (fraction * 1_000_000_000L) >>> 32));
        return new SenderReport(
                in.getInt(p + 4),
                wall,
                in.getInt(p + 16),
                in.getInt(p + 20) & 0xffffffffL,
                in.getInt(p + 24) & 0xffffffffL);
    }
}
