package custody.record.detention;

import custody.record.events.Event;
import java.util.List;

/**
 * An event as it stands after its corrections.
 *
 * @param original as first written
 * @param standing as it reads now; equal to {@code original} where nothing was corrected
 * @param corrections the corrections, in the order they were written
 * @param withdrawn whether it counts no longer
 */
public record Entry(Event original, Event standing, List<Event> corrections, boolean withdrawn) {
    public Entry {
        corrections = List.copyOf(corrections);
    }
}
