package custody.record.detention;

import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The six booking fields: who, when apprehended, where, by whom, on what basis, when delivered.
 *
 * @param apprehended who, where, by whom, basis
 * @param apprehendedAt T0, the actual moment
 * @param deliveredAt arrival at the facility; null while on the way
 * @param deliveredBy who brought the person; empty where the apprehending officers did
 */
public record Booking(
        Apprehended apprehended,
        Instant apprehendedAt,
        @Nullable Instant deliveredAt,
        List<Badge> deliveredBy) {
    public Booking {
        deliveredBy = List.copyOf(deliveredBy);
    }
}
