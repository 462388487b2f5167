package custody.record.law.rules;

import java.util.List;

/**
 * One way to read a provision: from what it counts and how long. Where a rule has several, all are computed and the
 * strictest alarms.
 *
 * @param name short name, shown beside the result
 * @param citation provision that this reading rests on
 * @param when when this reading is open at all
 * @param from events from which it counts
 * @param limits how long, first fitting
 */
public record Reading(Text name, Text citation, Condition when, List<Pattern> from, List<Limit> limits) {
    public Reading {
        from = List.copyOf(from);
        limits = List.copyOf(limits);
    }
}
