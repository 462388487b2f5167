package custody.record.law;

import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due now, done by recording the event that satisfies it.
 *
 * @param rule rule that asks for it
 * @param citation article and part, in both languages
 * @param title what is asked, in both languages
 * @param standing whether the time is the law's, or our target where the law says <em>immediately</em>
 * @param due last instant; null where none is known
 * @param overdue whether that has passed
 * @param kind wire name of the kind of event that does it
 * @param prefilled fields the form begins with, wire values by name
 * @param others other entries that do it as well
 * @param attempts attempts made so far that did not do it, newest last: notices that failed come back
 */
public record Task(
        String rule,
        Text citation,
        Text title,
        Standing standing,
        @Nullable Instant due,
        boolean overdue,
        String kind,
        Map<String, String> prefilled,
        List<Way> others,
        List<Instant> attempts) {
    public Task {
        prefilled = Map.copyOf(prefilled);
        others = List.copyOf(others);
        attempts = List.copyOf(attempts);
    }

    /** Other kinds that do it as well. */
    public List<String> otherKinds() {
        return others.stream().map(Way::kind).toList();
    }

    /**
     * An entry that does it.
     *
     * @param kind wire name of its kind
     * @param prefilled fields its form begins with, wire values by name
     */
    public record Way(String kind, Map<String, String> prefilled) {
        public Way {
            prefilled = Map.copyOf(prefilled);
        }
    }
}
