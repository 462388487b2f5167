package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Parsed;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads events with their corrections applied. The originals stay beside. */
final class Corrections {
    private static final Value EMPTY = new Value.Text("");

    private Corrections() {}

    /** Corrections by the event that they correct, in the order in which they were written. */
    static Map<EventId, List<Event>> byCorrected(List<Event> events) {
        Map<EventId, List<Event>> corrections = new HashMap<>();
        for (Event event : events) {
            if (event.fact() instanceof Correction correction) {
                corrections
                        .computeIfAbsent(correction.corrects(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        return corrections;
    }

    static List<Entry> entries(List<Event> events) {
        Map<EventId, List<Event>> corrections = byCorrected(events);
        return events.stream()
                .filter(event -> !(event.fact() instanceof Correction))
                .map(event -> entry(event, corrections.getOrDefault(event.id(), List.of())))
                .toList();
    }

    static Entry entry(Event original, List<Event> corrections) {
        Event standing = original;
        boolean withdrawn = false;
        for (Event event : corrections) {
            Correction correction = (Correction) event.fact();
            standing = apply(standing, correction);
            withdrawn = correction.withdrawn() == null ? withdrawn : correction.withdrawn();
        }
        return new Entry(original, standing, corrections, withdrawn);
    }

    private static Event apply(Event event, Correction correction) {
        return switch (corrected(event.fact(), correction)) {
            case Parsed.Ok<Fact>(Fact fact) -> with(event, fact, correction);
            // A stored correction passed this very check before it was written.
            case Parsed.Wrong<Fact> wrong ->
                throw new IllegalStateException("a stored correction does not read: " + wrong.errors());
        };
    }

    /** The fact as the correction says it should read, or what is wrong with the correction's fields. */
    static Parsed<Fact> corrected(Fact fact, Correction correction) {
        if (correction.fields().isEmpty()) {
            return new Parsed.Ok<>(fact);
        }
        EventKind kind = Catalogue.kind(fact);
        Map<String, Value> fields = new LinkedHashMap<>(Catalogue.encode(fact));
        fields.putAll(correction.fields());
        return Catalogue.parse(kind, fields);
    }

    /**
     * The draft of a correction with its values as they read once applied, so that what is kept is clean text; a value
     * that the correction takes away is kept empty.
     */
    static Draft clean(CustodyRecord record, Draft draft, Correction correction) {
        Fact was = record.entry(correction.corrects()).orElseThrow().standing().fact();
        if (!(corrected(was, correction) instanceof Parsed.Ok<Fact>(Fact becomes))) {
            throw new IllegalStateException("a correction that passed its rules does not read");
        }
        Map<String, Value> applied = Catalogue.encode(becomes);
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        correction.fields().keySet().forEach(name -> fields.put(name, applied.getOrDefault(name, EMPTY)));
        return draft.about(correction.with(fields));
    }

    /** The occurrence as the correction says; an end that the new begin overtakes falls away with it. */
    static Occurrence occurrence(Occurrence was, Correction correction) {
        Instant at = correction.occurredAt() == null ? was.at() : correction.occurredAt();
        Instant until = correction.until() == null ? was.until() : correction.until();
        boolean overtaken = until != null && until.isBefore(at);
        return new Occurrence(at, overtaken ? null : until, was.source());
    }

    /** The event with a correction's fact, times, people and place. */
    static Event with(Event event, Fact fact, Correction correction) {
        return new Event(
                event.id(),
                event.record(),
                event.version(),
                occurrence(event.occurrence(), correction),
                event.recordedAt(),
                event.recordedBy(),
                correction.performedBy().isEmpty() ? event.performedBy() : correction.performedBy(),
                correction.present().isEmpty() ? event.present() : correction.present(),
                correction.place() == null ? event.place() : correction.place(),
                event.lateReason(),
                event.note(),
                fact);
    }
}
