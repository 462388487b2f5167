package custody.record.law.rules;

import java.util.List;

/**
 * How one time of what comes again may be put off, once, by an entry made before it is late. What follows is counted as if
 * it had not been put off.
 *
 * @param by entries that put it off
 * @param within how long after the time that was put off it is then done at the latest
 */
public record Postponement(List<Pattern> by, Limit within) {
    public Postponement {
        by = List.copyOf(by);
    }
}
