package custody.record.law.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to read a provision: from what it counts and how long. Where a rule has several, all are computed and the
 * strictest alarms.
 *
 * @param name short name, shown beside the result
 * @param citation provision that this reading rests on
 * @param when when this reading is open at all
 * @param from events from which it counts
 * @param limits how long, first fitting; empty where the event itself says until when
 * @param until the event's field that says until when: an instant, or a day, to its end; null where {@code limits} say how
 *     long. An event that leaves it open starts nothing.
 */
public record Reading(
        Text name,
        Text citation,
        Condition when,
        List<Pattern> from,
        List<Limit> limits,
        @Nullable String until) {
    public Reading {
        from = List.copyOf(from);
        limits = List.copyOf(limits);
    }
}
