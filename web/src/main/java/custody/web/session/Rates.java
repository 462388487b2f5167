package custody.web.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How much one program may ask in a minute. Whoever has a token may ask as fast as a desk can work; whoever tries tokens is
 * soon told to wait.
 */
@Component
final class Rates {
    /** Request attribute: seconds to wait, 0 for none. */
    static final String WAIT = Rates.class.getName();

    private static final int KNOWN_A_MINUTE = 60_000;
    private static final int UNKNOWN_A_MINUTE = 60;
    private static final int MOST_ASKERS = 10_000;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final InstantSource clock;
    /** The minute that is counted; guarded by this object. */
    private long minute;

    Rates(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one request; seconds to wait before the next, 0 for none. */
    long wait(String asker, boolean known) {
        Instant now = clock.instant();
        turn(now.getEpochSecond() / 60);
        int count = asked.computeIfAbsent(asker, _ -> new AtomicInteger()).incrementAndGet();
        boolean enough = count > (known ? KNOWN_A_MINUTE : UNKNOWN_A_MINUTE);
        return enough ? 60 - now.getEpochSecond() % 60 : 0;
    }

    /** A new minute begins with empty counts; so does one in which too many ask to remember them all. */
    private synchronized void turn(long current) {
        if (current != minute || asked.size() > MOST_ASKERS) {
            asked.clear();
            minute = current;
        }
    }
}
