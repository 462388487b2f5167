package custody.record.law.rules;

import custody.record.catalogue.Catalogue;
import custody.record.events.Event;
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

    /** Whether the event, of this pattern's kind, gives rise to something: every field asked for must be there and fit. */
    public boolean triggeredBy(Event event) {
        return fits(event, false);
    }

    /** Whether the event, of this pattern's kind, does what is asked: a field left open does not speak against it. */
    public boolean doneBy(Event event) {
        return fits(event, true);
    }

    private boolean fits(Event event, boolean openFits) {
        if (where.isEmpty()) {
            return true;
        }
        Map<String, Value> held = Catalogue.encode(event.fact());
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
