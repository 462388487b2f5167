package custody.record.law.rules;

import custody.record.events.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event, narrowed by values of its fields. What an entry leaves open never gives rise to a duty and never
 * denies that one was done: at 03:00 an incomplete entry beats a lost one.
 *
 * @param kind wire name of the kind
 * @param where wire values that fit, by field name
 */
public record Pattern(String kind, Map<String, List<String>> where) {
    public Pattern {
        where = Map.copyOf(where);
    }

    /** Any event of that kind. */
    public static Pattern of(String kind) {
        return new Pattern(kind, Map.of());
    }

    /**
     * Whether an event of this pattern's kind gives rise to something: every field asked for must be there and fit.
     *
     * @param held the event's values by field name
     */
    public boolean triggeredBy(Map<String, Value> held) {
        return fits(held, false);
    }

    /**
     * Whether an event of this pattern's kind does what is asked: a field left open does not speak against it.
     *
     * @param held the event's values by field name
     */
    public boolean doneBy(Map<String, Value> held) {
        return fits(held, true);
    }

    private boolean fits(Map<String, Value> held, boolean openFits) {
        return where.entrySet().stream().allMatch(entry -> fits(held.get(entry.getKey()), entry.getValue(), openFits));
    }

    private static boolean fits(@Nullable Value value, List<String> wanted, boolean openFits) {
        return switch (value) {
            case null -> openFits;
            case Value.Text(String text) -> wanted.contains(text);
            case Value.Whole(long number) -> wanted.contains(Long.toString(number));
            case Value.Flag(boolean flag) -> wanted.contains(Boolean.toString(flag));
            case Value.Texts(List<String> texts) -> texts.stream().anyMatch(wanted::contains);
        };
    }
}
