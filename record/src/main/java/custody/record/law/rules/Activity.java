package custody.record.law.rules;

import java.util.List;

/**
 * Something that goes on for a while.
 *
 * @param begins events that begin it or go on with it
 * @param ends events that end or interrupt it; an event with an end of its own needs none
 */
public record Activity(List<Pattern> begins, List<Pattern> ends) {
    public Activity {
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }
}
