package custody.record.law.rules;

import java.time.Duration;

/**
 * How long, and for whom.
 *
 * @param when for whom; the first limit whose condition holds is taken
 * @param length elapsed time, counted on instants
 * @param standing the law's own number, or our target where the law says <em>immediately</em>
 */
public record Limit(Condition when, Duration length, Standing standing) {
    public Limit {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a limit is longer than nothing");
        }
    }
}
