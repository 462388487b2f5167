package custody.record.detention;

import custody.record.events.Badge;
import custody.record.events.EventId;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Everything a decision takes from outside the record.
 *
 * @param now the node's time, UTC, milliseconds
 * @param actor who writes
 * @param ids gives a fresh random id at each call
 */
public record Moment(Instant now, Badge actor, Supplier<EventId> ids) {}
