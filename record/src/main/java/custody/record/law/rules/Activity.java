package custody.record.law.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on for a while.
 *
 * @param begins events that begin it or go on with it
 * @param ends events that end or interrupt it; an event with an end of its own needs none
 * @param pairedBy field by which an end finds its beginning: one that has the field ends only what began with the same in it, or
 *     with nothing; null where every end ends all of it
 */
public record Activity(
        List<Pattern> begins, List<Pattern> ends, @Nullable String pairedBy) {
    public Activity {
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    /** One that every end ends. */
    public Activity(List<Pattern> begins, List<Pattern> ends) {
        this(begins, ends, null);
    }
}
