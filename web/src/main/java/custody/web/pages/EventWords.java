package custody.web.pages;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.record.law.Lawbook;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event's content in words. */
final class EventWords {
    private static final String ENVELOPE = "envelope";

    private final Wording say;
    private final People people;
    private final ValueWords values;
    private final SystemWords system;

    EventWords(Visit visit, People people, Lawbook law, Function<EventId, Optional<Event>> events) {
        this.say = visit.wording();
        this.people = people;
        this.values = new ValueWords(say, visit.times(), people, events);
        this.system = new SystemWords(visit, people, law);
    }

    /** Instant or interval, local. */
    static String occurred(Occurrence occurrence, Times times) {
        Instant until = occurrence.until();
        return until == null
                ? times.full(occurrence.at())
                : times.full(occurrence.at()) + " – " + times.near(until, occurrence.at());
    }

    /** The kind's fields that hold something, then people, place and note. */
    List<Row> details(Event event, EventKind kind) {
        List<Row> rows = new ArrayList<>();
        Map<String, Value> held = Catalogue.encode(event.fact());
        for (Field field : kind.fields()) {
            Value value = held.get(field.name());
            if (value != null) {
                String text = system.say(event.fact(), field.name()).orElseGet(() -> values.say(field, value));
                rows.add(new Row(say.field(kind.name(), field.name()), text));
            }
        }
        if (!event.performedBy().isEmpty()) {
            rows.add(row("performedBy", String.join("; ", people.names(event.performedBy()))));
        }
        if (!event.present().isEmpty()) {
            rows.add(row("present", String.join("; ", event.present())));
        }
        RoomCode place = event.place();
        if (place != null) {
            rows.add(row("place", people.roomName(place)));
        }
        text(rows, "lateReason", event.lateReason());
        text(rows, "note", event.note());
        return rows;
    }

    /** Labels of expected fields that are open. */
    List<String> missing(Fact fact) {
        EventKind kind = Catalogue.kind(fact);
        return Catalogue.missing(fact).stream()
                .map(name -> say.field(kind.name(), name))
                .toList();
    }

    private void text(List<Row> rows, String name, @Nullable String text) {
        if (text != null) {
            rows.add(row(name, text));
        }
    }

    private Row row(String name, String value) {
        return new Row(say.field(ENVELOPE, name), value);
    }
}
