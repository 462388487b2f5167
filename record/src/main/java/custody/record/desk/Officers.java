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

    /** Adds one, or replaces what is known. Leaves a ledger entry (role change) that says who did it. */
    void put(Officer officer, Accounts.By by);

    /** As somebody at the console, or the node itself at its first start, does. */
    default void put(Officer officer) {
        put(officer, new Accounts.Console());
    }

    /** What the ledger says of that badge: what it was appointed to and which ways in it was given; the newest first. */
    List<RoleEntry> history(Badge badge);
}
