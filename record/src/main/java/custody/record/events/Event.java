package custody.record.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a custody record. Never edited: a correction is another event that names this one.
 *
 * @param id names the event
 * @param record the custody record it belongs to
 * @param version its place in the record, counted from 1 without holes
 * @param occurrence when it is said to have happened
 * @param recordedAt when the node wrote it; UTC, milliseconds
 * @param recordedBy who wrote it
 * @param performedBy officers who did it (КПК 212(3)(5): performers)
 * @param present others present, by badge or by name (КПК 212(3)(5): persons present); up to 20
 * @param place room where it happened
 * @param lateReason why it was written late; asked for, never demanded
 * @param note free text
 * @param fact what happened
 */
public record Event(
        EventId id,
        RecordId record,
        int version,
        Occurrence occurrence,
        Instant recordedAt,
        Badge recordedBy,
        List<Badge> performedBy,
        List<String> present,
        @Nullable RoomCode place,
        @Nullable String lateReason,
        @Nullable String note,
        Fact fact) {

    public Event {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        performedBy = List.copyOf(performedBy);
        present = List.copyOf(present);
    }

    /** An entry that names nobody but its writer and says nothing beside what happened. */
    public static Event plain(
            EventId id,
            RecordId record,
            int version,
            Occurrence occurrence,
            Instant recordedAt,
            Badge recordedBy,
            Fact fact) {
        return new Event(
                id, record, version, occurrence, recordedAt, recordedBy, List.of(), List.of(), null, null, null, fact);
    }

    /** When it is said to have happened, or to have begun. */
    public Instant occurredAt() {
        return occurrence.at();
    }
}
