package custody.web.session;

import custody.record.events.Badge;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Ends all sessions of an officer: a new password is set because somebody else may know the old one. Sessions are told apart
 * by how often that has happened, not by a clock, which may be set back. Kept in memory like the sessions themselves. Safe for
 * many threads.
 */
@Component
public final class SessionEnds {
    private final Map<Badge, Integer> times = new ConcurrentHashMap<>();
    private final List<Consumer<Badge>> watchers = new CopyOnWriteArrayList<>();
    private final OneAtATime passwords = new OneAtATime();

    /** Sets a new password, and ends every session of that officer. */
    public void all(Badge badge, Runnable password) {
        passwords.of(() -> {
            password.run();
            return times.merge(badge, 1, Integer::sum);
        });
        watchers.forEach(watcher -> watcher.accept(badge));
    }

    /**
     * As {@link #all(Badge, Runnable)}, by whoever proved an old password; false, and nothing was done, where a password was
     * set since {@code seen}, which is what {@link #times} was before that proof. Whoever is being locked out must not have
     * the last word.
     */
    public boolean allUnlessEnded(Badge badge, int seen, Runnable password) {
        boolean first = passwords.of(() -> {
            boolean still = times(badge) == seen;
            if (still) {
                password.run();
                times.merge(badge, 1, Integer::sum);
            }
            return still;
        });
        if (first) {
            watchers.forEach(watcher -> watcher.accept(badge));
        }
        return first;
    }

    /** Lets somebody know whose sessions were ended: whoever keeps something open for them. */
    public void watch(Consumer<Badge> watcher) {
        watchers.add(watcher);
    }

    /** How often that officer's sessions have been ended. */
    public int times(Badge badge) {
        return times.getOrDefault(badge, 0);
    }
}
