package custody.web.session;

import custody.record.events.Badge;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * From when on an officer's older sessions count no more: a new password is set because somebody else may know the old one.
 * Kept in memory like the sessions themselves, so that both end with the program. Safe for many threads.
 */
@Component
public final class SessionEnds {
    private final Map<Badge, Instant> ended = new ConcurrentHashMap<>();
    private final InstantSource clock;

    SessionEnds(InstantSource clock) {
        this.clock = clock;
    }

    /** Ends every session of that officer. */
    public void all(Badge badge) {
        ended.put(badge, clock.instant());
    }

    /** Whether what the officer began at that moment has been ended. */
    public boolean cover(Badge badge, Instant begun) {
        Instant end = ended.get(badge);
        return end != null && begun.isBefore(end);
    }
}
