package custody.record.detention;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that somebody wants to add: all of {@link custody.record.events.Event} that a person can say. */
public record Draft(
        Fact fact,
        Occurrence occurrence,
        List<Badge> performedBy,
        List<String> present,
        @Nullable RoomCode place,
        @Nullable String lateReason,
        @Nullable String note) {
    public Draft {
        performedBy = List.copyOf(performedBy);
        present = List.copyOf(present);
    }

    /**
     * Reads what a person says of an event: {@code envelope} as in {@link Envelope}, {@code fields} as in the kind. Every
     * error is told at once. Where the source of the time is not said, an event of the last minute is live.
     */
    public static Parsed<Draft> read(
            EventKind kind, Map<String, Value> envelope, Map<String, Value> fields, Instant now) {
        return Drafting.read(kind, envelope, fields, now);
    }

    /** A draft with nothing but what happened and when. */
    public static Draft of(Fact fact, Occurrence occurrence) {
        return new Draft(fact, occurrence, List.of(), List.of(), null, null, null);
    }
}
