package custody.web.session;

import custody.record.desk.Accounts.Account;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a badge must wait after failed sign-ins: nothing for the first three, then 2, 4, 8, 16 s and never more than
 * 30 s, since a desk that works round the clock must not be locked by whoever types its badge.
 */
final class SignInDelay {
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private SignInDelay() {}

    /** What is left to wait; zero when a try may be made. */
    static Duration left(Account account, Instant now) {
        return left(account.failures(), account.failedAt(), now);
    }

    /** As {@link #left(Account, Instant)}, for a badge that has no account. */
    static Duration left(int failures, Instant failedAt, Instant now) {
        Duration left = Duration.between(now, failedAt.plus(after(failures)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    static Duration after(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE + 1, 5);
        Duration grown = Duration.ofSeconds(1L << doublings);
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }
}
