package custody.web.pages;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event's content in words. */
final class EventWords {
    private static final String ENVELOPE = "envelope";

    private final Wording say;
    private final Times times;
    private final People people;
    private final ValueWords values;
    private final Titles titles;

    /** Titles of rules, by the pack as events name it and the rule's id. */
    @FunctionalInterface
    interface Titles {
        Optional<String> of(@Nullable String pack, String rule);
    }

    /** Words of events that refer to no other, or whose references need not be named. */
    EventWords(Visit visit, People people) {
        this(visit, people, _ -> Optional.empty(), (_, _) -> Optional.empty());
    }

    EventWords(Visit visit, People people, Function<EventId, Optional<Event>> events, Titles titles) {
        this.say = visit.wording();
        this.times = visit.times();
        this.people = people;
        this.values = new ValueWords(say, times, people, events);
        this.titles = titles;
    }

    /** Instant or interval, local. */
    String occurred(Occurrence occurrence) {
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
                String text = ofTheLaw(event.fact(), field.name()).orElseGet(() -> values.say(field, value));
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

    /** What the system wrote in the law's names, as people say it. */
    private Optional<String> ofTheLaw(Fact fact, String field) {
        return switch (fact) {
            case FlagRaised flag when field.equals("detail") -> Optional.of(FlagDetail.say(flag, say, times));
            case ClockWarning warning when field.equals("rule") -> titles.of(warning.pack(), warning.rule());
            case ClockBreached breach when field.equals("rule") -> titles.of(breach.pack(), breach.rule());
            case ClockBreached breach
            when field.equals("demands") && breach.demands() != null ->
                Optional.of(Arrays.stream(breach.demands().split(", ", -1))
                        .map(demand -> say.has("law.demand." + demand) ? say.say("law.demand." + demand) : demand)
                        .collect(Collectors.joining("; ")));
            default -> Optional.empty();
        };
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
