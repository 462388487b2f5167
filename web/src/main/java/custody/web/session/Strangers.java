package custody.web.session;

import custody.record.events.Badge;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failed tries of badges that have no account: such a badge must wait as long as one that has, or the wait would tell which
 * badges exist. Holds the {@link #MOST} that were tried last, and is empty after a restart. Safe for many threads.
 */
final class Strangers {
    /**
     * Each try takes a turn at the password check, a few of which a second are let through: to push a badge out of here takes
     * hours, by which time its wait is over anyway.
     */
    static final int MOST = 100_000;

    private record Tries(int failures, Instant failedAt) {}

    private final Map<Badge, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    Strangers() {
        this(MOST);
    }

    Strangers(int most) {
        this.most = most;
    }

    /** What is left to wait. */
    synchronized Duration left(Badge badge, Instant now) {
        @Nullable Tries before = tries.get(badge);
        return before == null ? Duration.ZERO : SignInDelay.left(before.failures(), before.failedAt(), now);
    }

    /** Counts a try as failed, before it is judged; what is left to wait if another came first, and then nothing is counted. */
    synchronized Duration trying(Badge badge, Instant now) {
        Duration left = left(badge, now);
        if (left.isPositive()) {
            return left;
        }
        @Nullable Tries before = tries.get(badge);
        tries.put(badge, new Tries(before == null ? 1 : before.failures() + 1, now));
        if (tries.size() > most) {
            Iterator<Badge> eldest = tries.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return Duration.ZERO;
    }

    synchronized int size() {
        return tries.size();
    }
}
