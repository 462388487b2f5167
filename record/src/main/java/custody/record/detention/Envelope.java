package custody.record.detention;

import custody.record.catalogue.Shape;
import custody.record.events.Badge;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import custody.record.events.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person can say of any event beside its own fields. Forms and API read it through {@link #SHAPE}.
 *
 * @param occurredAt instant, or begin of the interval
 * @param until end of the interval
 * @param source where the time comes from; read off the time itself where nobody says
 * @param place room
 * @param performedBy performers, at most 20
 * @param present persons present, at most 20
 * @param lateReason why it is written late
 * @param note free text
 */
public record Envelope(
        Instant occurredAt,
        @Nullable Instant until,
        Occurrence.@Nullable Source source,
        @Nullable RoomCode place,
        List<Badge> performedBy,
        List<String> present,
        @Nullable @Words(max = 1_000) String lateReason,
        @Nullable @Words(max = 2_000) String note) {

    /** Its fields, and how to read them. */
    public static final Shape<Envelope> SHAPE = Shape.of(Envelope.class);

    public Envelope {
        performedBy = List.copyOf(performedBy);
        present = List.copyOf(present);
    }
}
