package custody.record.detention;

import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Standing events in the order in which they occurred, folded as far as somebody asks. Lives for one question, in one thread. */
final class Timeline {
    private static final Comparator<Event> AS_OCCURRED = (one, other) -> {
        int order = one.occurredAt().compareTo(other.occurredAt());
        return order == 0 ? Integer.compare(one.version(), other.version()) : order;
    };

    private final Event apprehension;
    private final List<Event> events;
    private @Nullable Situation ever;

    private Timeline(Event apprehension, List<Event> events) {
        this.apprehension = apprehension;
        this.events = events;
    }

    static Timeline of(CustodyRecord record) {
        return of(record.events());
    }

    /** By the events that were written so far, the apprehension first. */
    static Timeline of(List<Event> written) {
        Map<EventId, List<Event>> corrections = Corrections.byCorrected(written);
        List<Event> events = new ArrayList<>(written.size());
        for (Event event : written) {
            if (!(event.fact() instanceof Correction)) {
                add(event, corrections.getOrDefault(event.id(), List.of()), events);
            }
        }
        // The apprehension is version 1 and is never withdrawn.
        Event apprehension = events.getFirst();
        events.sort(AS_OCCURRED);
        return new Timeline(apprehension, Collections.unmodifiableList(events));
    }

    private static void add(Event event, List<Event> corrections, List<Event> events) {
        if (corrections.isEmpty()) {
            events.add(event);
            return;
        }
        Entry entry = Corrections.entry(event, corrections);
        if (!entry.withdrawn()) {
            events.add(entry.standing());
        }
    }

    /** The same without one event, as if it had not been written. */
    Timeline without(EventId id) {
        return new Timeline(
                apprehension,
                events.stream().filter(event -> !event.id().equals(id)).toList());
    }

    List<Event> events() {
        return events;
    }

    /** How things stand by all events. */
    Situation ever() {
        Situation known = ever;
        if (known == null) {
            known = fold(events);
            ever = known;
        }
        return known;
    }

    /** How things stood at an instant. */
    Situation at(Instant instant) {
        int known = events.size();
        while (known > 0 && events.get(known - 1).occurredAt().isAfter(instant)) {
            known--;
        }
        return known == events.size() ? ever() : fold(events.subList(0, known));
    }

    /** The last thing after an instant whose needs are such. */
    Optional<Event> lastAfter(Instant instant, Predicate<Needs> such) {
        for (Event event : events.reversed()) {
            if (!event.occurredAt().isAfter(instant)) {
                return Optional.empty();
            }
            if (such.test(Needs.of(event.fact()))) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private Situation fold(List<Event> some) {
        Folding folding = new Folding(apprehension, (Apprehended) apprehension.fact());
        some.forEach(folding::apply);
        return folding.situation();
    }
}
