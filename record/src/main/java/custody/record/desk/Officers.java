package custody.record.desk;

import custody.record.events.Badge;
import custody.record.places.Officer;
import java.util.List;
import java.util.Optional;

/** People who act in the system. */
public interface Officers {

    /** The officer with that badge. */
    Optional<Officer> find(Badge badge);

    /** All, by badge. */
    List<Officer> all();

    /** Adds one, or replaces what is known. Leaves a ledger entry (role change). */
    void put(Officer officer);
}
