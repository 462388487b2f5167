package custody.web.video;

import custody.record.events.Badge;
import custody.record.events.RecordId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a complaint or a violation on a record names somebody, and what footage is that record's. The node asks for itself, nobody
 * looks at the record: nothing of it is shown but a refusal.
 */
@FunctionalInterface
public interface NamedStaff {
    /** Empty where the record names nobody of that badge. */
    Optional<Named> named(Badge badge, RecordId record);

    /**
     * Somebody is named.
     *
     * @param rooms every room that the record says the person was in, or in which something of it happened; empty where it says none
     * @param until an hour after the person left; {@link Instant#MAX} while the person is here
     */
    record Named(Set<String> rooms, Instant until) {
        public Named {
            rooms = Set.copyOf(rooms);
        }

        /** Whether the footage of one of these rooms from that time on concerns the record; where nobody knows its rooms, any does. */
        boolean concerns(Set<String> filmed, Instant from) {
            return from.isBefore(until) && (rooms.isEmpty() || filmed.stream().anyMatch(rooms::contains));
        }
    }
}
