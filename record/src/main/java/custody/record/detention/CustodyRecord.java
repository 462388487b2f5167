package custody.record.detention;

import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import java.time.Instant;
import java.util.ArrayList;
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

    public CustodyRecord {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.getFirst().fact() instanceof Apprehended)) {
            throw new IllegalArgumentException("a record begins with the apprehension");
        }
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index).version() != index + 1) {
                throw new IllegalArgumentException("a record without version " + (index + 1));
            }
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
        for (Event candidate : events) {
            if (candidate.id().equals(event)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The event of that id with its corrections; the event is not itself a correction. */
    Optional<Entry> entry(EventId event) {
        return event(event)
                .map(original -> Corrections.entry(
                        original, Corrections.byCorrected(events).getOrDefault(event, List.of())));
    }

    /** Events with corrections applied, in the order in which the originals were written. */
    public List<Entry> entries() {
        return Corrections.entries(events);
    }

    /** Standing events that count, in the order in which they occurred. */
    public List<Event> standing() {
        return Timeline.of(this).events();
    }

    /** The same by what was written so far, the apprehension first. */
    public static List<Event> standing(List<Event> written) {
        return Timeline.of(written).events();
    }

    /** When the person left this custody, however long the record stayed open after that; empty where nothing says so. */
    public Optional<Instant> leftAt() {
        return standing().stream()
                .filter(event -> Course.of(event.fact()).leaves())
                .map(Event::occurredAt)
                .findFirst();
    }

    /** How things stand by all that is written. */
    public Situation situation() {
        return Timeline.of(this).ever();
    }

    /** How things stood at an instant, by all that is written now. */
    public Situation situationAt(Instant instant) {
        return Timeline.of(this).at(instant);
    }
}
