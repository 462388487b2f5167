package custody.record.law.honesty;

import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Corrections that moved the time of what they correct: whoever says later that it was earlier says it late. */
final class Moves {
    private final Map<EventId, List<Move>> byEvent = new HashMap<>();

    /**
     * One such correction.
     *
     * @param from when the event was said to have happened before
     * @param by the correction
     */
    record Move(Instant from, Event by) {}

    /** What an event's time was after the last correction. */
    private record Times(Instant at, @Nullable Instant until) {
        Times corrected(Correction correction) {
            Instant begins = correction.occurredAt();
            Instant ends = correction.until();
            return new Times(begins == null ? at : begins, ends == null ? until : ends);
        }
    }

    private Moves() {}

    static Moves of(List<Event> written) {
        Moves moves = new Moves();
        Map<EventId, Times> times = new HashMap<>();
        for (Event event : written) {
            times.put(
                    event.id(), new Times(event.occurredAt(), event.occurrence().until()));
            if (event.fact() instanceof Correction correction) {
                Times was = times.get(correction.corrects());
                Times becomes = was == null ? null : was.corrected(correction);
                if (was != null && becomes != null && !becomes.equals(was)) {
                    times.put(correction.corrects(), becomes);
                    moves.byEvent
                            .computeIfAbsent(correction.corrects(), _ -> new ArrayList<>())
                            .add(new Move(was.at(), event));
                }
            }
        }
        return moves;
    }

    /** In the order in which they were written. */
    List<Move> of(Event event) {
        return byEvent.getOrDefault(event.id(), List.of());
    }

    /** When the time that stands was written. */
    Instant written(Event event) {
        List<Move> moves = of(event);
        return moves.isEmpty() ? event.recordedAt() : moves.getLast().by().recordedAt();
    }
}
