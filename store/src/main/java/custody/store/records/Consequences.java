package custody.store.records;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import java.time.Instant;
import java.util.List;

/** What else follows from an event, in its own transaction: holds on footage. Pure but for the key it seals with. */
@FunctionalInterface
public interface Consequences {
    /** Nothing follows from any event. */
    Consequences NONE = (event, record, now) -> List.of();

    /** Rows that must stand when the event stands; {@code record} is the record with the event. */
    List<Beside> of(Event event, CustodyRecord record, Instant now);
}
