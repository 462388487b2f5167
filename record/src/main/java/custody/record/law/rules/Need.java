package custody.record.law.rules;

import java.util.List;

/**
 * One thing that must be done; any of its patterns does it.
 *
 * @param when for whom it must be done
 * @param anyOf what does it; the first is what a task offers
 */
public record Need(Condition when, List<Pattern> anyOf) {
    public Need {
        anyOf = List.copyOf(anyOf);
    }
}
