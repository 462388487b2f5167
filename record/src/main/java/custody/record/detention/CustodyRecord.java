package custody.record.detention;

import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One person, one continuous time under control: the events, in the order in which they were written. Immutable.
 *
 * @param id names the record
 * @param number the number people say
 * @param events all events, version 1 first and {@code apprehended}, without holes
 */
public record CustodyRecord(RecordId id, RecordNumber number, List<Event> events) {
    private static final Comparator<Event> AS_OCCURRED =
            Comparator.comparing(Event::occurredAt).thenComparingInt(Event::version);

    public CustodyRecord {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.getFirst().fact() instanceof Apprehended)) {
            throw new IllegalArgumentException("a record begins with the apprehension");
        }
    }

    /** Versions count events: the newest event's version. */
    public int version() {
        return events.size();
    }

    /** The same record with these events added. */
    public CustodyRecord with(List<Event> added) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(added);
        return new CustodyRecord(id, number, all);
    }

    /** The event of that id. */
    public Optional<Event> event(EventId event) {
        return events.stream().filter(candidate -> candidate.id().equals(event)).findFirst();
    }

    /** Events with corrections applied, in the order in which the originals were written. */
    public List<Entry> entries() {
        return Corrections.standing(events);
    }

    /** Standing events that count, in the order in which they occurred. */
    public List<Event> standing() {
        return entries().stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::standing)
                .sorted(AS_OCCURRED)
                .toList();
    }

    /** How things stand by all that is written. */
    public Situation situation() {
        return situationAt(Instant.MAX);
    }

    /** How things stood at an instant, by all that is written now. */
    public Situation situationAt(Instant instant) {
        List<Event> standing = standing();
        Event apprehension = apprehension(standing);
        Folding folding = new Folding(apprehension, (Apprehended) apprehension.fact());
        for (Event event : standing) {
            if (!event.occurredAt().isAfter(instant)) {
                folding.apply(event);
            }
        }
        return folding.situation();
    }

    private Event apprehension(List<Event> standing) {
        return standing.stream()
                .filter(event -> event.fact() instanceof Apprehended)
                .findFirst()
                .orElse(events.getFirst());
    }
}
