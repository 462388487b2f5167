package custody.record.desk;

import custody.record.detention.Situation.Status;
import custody.record.events.FacilityCode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to search records for; everything null or empty means all.
 *
 * @param text beginnings of names, or a record number; at most 200 characters
 * @param states statuses wanted
 * @param facilities facilities wanted
 * @param from apprehended at or after
 * @param to apprehended before
 * @param after where to go on, from {@link Page#next}
 * @param limit most items, 1–200
 */
public record Search(
        @Nullable String text,
        Set<Status> states,
        Set<FacilityCode> facilities,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable After after,
        int limit) {
    public Search {
        states = Set.copyOf(states);
        facilities = Set.copyOf(facilities);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("a page has 1 to 200 items");
        }
    }

    /** The same in these facilities. */
    public Search in(Set<FacilityCode> others) {
        return new Search(text, states, others, from, to, after, limit);
    }
}
