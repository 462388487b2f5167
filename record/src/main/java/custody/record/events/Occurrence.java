package custody.record.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as claimed.
 *
 * @param at instant, or begin of the interval
 * @param until end of the interval, not before {@code at}; null for an instant or while it goes on
 * @param source where the time comes from
 */
public record Occurrence(Instant at, @Nullable Instant until, Source source) {
    public Occurrence {
        if (until != null && until.isBefore(at)) {
            throw new IllegalArgumentException("an interval ends before it begins");
        }
    }

    /** Where a claimed time comes from. */
    public enum Source {
        /** Written while it happened. */
        LIVE,
        /** Said by a person afterwards. */
        STATED,
        /** Taken from a device with its own clock. */
        DEVICE
    }
}
