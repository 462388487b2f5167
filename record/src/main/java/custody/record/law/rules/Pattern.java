package custody.record.law.rules;

import custody.record.events.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event, narrowed by values of its fields. What an entry leaves open never gives rise to a duty and never
 * denies that one was done: at 03:00 an incomplete entry beats a lost one. Only where a rule asks that a field is said does
 * one that leaves it open not fit at all.
 *
 * @param kind wire name of the kind
 * @param where wire values that fit, by field name
 * @param said fields that must be said, whatever they say
 */
public record Pattern(String kind, Map<String, List<String>> where, Set<String> said) {
    public Pattern {
        where = Map.copyOf(where);
        said = Set.copyOf(said);
    }

    /** Events of that kind with these values. */
    public Pattern(String kind, Map<String, List<String>> where) {
        this(kind, where, Set.of());
    }

    /** Any event of that kind. */
    public static Pattern of(String kind) {
        return new Pattern(kind, Map.of());
    }

    /** Whether every event of the kind fits. */
    public boolean fitsAll() {
        return where.isEmpty() && said.isEmpty();
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
        return said.stream().allMatch(field -> says(held.get(field)))
                && where.entrySet().stream()
                        .allMatch(entry -> fits(held.get(entry.getKey()), entry.getValue(), openFits));
    }

    private static boolean says(@Nullable Value value) {
        return switch (value) {
            case null -> false;
            case Value.Text(String text) -> !text.isBlank();
            case Value.Whole _, Value.Flag _ -> true;
            case Value.Texts(List<String> texts) -> !texts.isEmpty();
        };
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
