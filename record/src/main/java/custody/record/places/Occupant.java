package custody.record.places;

import custody.record.events.Basis;
import custody.record.events.PersonDetails.Sex;
import custody.record.events.RecordNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person in a cell, or about to be, as far as separation asks.
 *
 * @param number the person's record
 * @param sex sex, if known
 * @param age of age or not
 * @param bases bases in force
 * @param keepApartFrom records of persons to be kept apart from this one, as they were written down
 */
public record Occupant(RecordNumber number, @Nullable Sex sex, Age age, Set<Basis> bases, Set<String> keepApartFrom) {
    public Occupant {
        bases = Set.copyOf(bases);
        keepApartFrom = Set.copyOf(keepApartFrom);
    }

    /** Whether a person is of age. */
    public enum Age {
        MINOR,
        ADULT,
        /** Nobody can say yet. */
        IN_DOUBT
    }
}
