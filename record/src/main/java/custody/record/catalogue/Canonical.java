package custody.record.catalogue;

import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as an ordered set of named values, and back: what is sealed, encrypted and disclosed. Names and order are a
 * format (docs/formats/event.md); a kind's own fields carry the prefix {@code fields.}.
 */
public final class Canonical {
    private static final String OWN = "fields.";

    private Canonical() {}

    /** All that the event holds; what is absent has no entry. */
    public static SequencedMap<String, Value> encode(Event event) {
        SequencedMap<String, Value> form = new LinkedHashMap<>();
        text(form, "kind", Catalogue.kind(event.fact()).name());
        text(form, "id", event.id());
        text(form, "record", event.record());
        form.put("version", new Value.Whole(event.version()));
        text(form, "occurredAt", event.occurrence().at());
        text(form, "until", event.occurrence().until());
        text(form, "source", Wire.name(event.occurrence().source()));
        text(form, "recordedAt", event.recordedAt());
        text(form, "recordedBy", event.recordedBy());
        texts(
                form,
                "performedBy",
                event.performedBy().stream().map(Badge::number).toList());
        texts(form, "present", event.present());
        text(form, "place", event.place());
        text(form, "lateReason", event.lateReason());
        text(form, "note", event.note());
        Catalogue.encode(event.fact()).forEach((name, value) -> form.put(OWN + name, value));
        return form;
    }

    /** The event that {@link #encode} took apart. Throws {@link IllegalArgumentException} for anything it did not make. */
    public static Event decode(Map<String, Value> form) {
        Event event = read(form);
        if (!encode(event).equals(form)) {
            throw new IllegalArgumentException("not the canonical form of the event it reads as");
        }
        return event;
    }

    private static Event read(Map<String, Value> form) {
        String until = optional(form, "until");
        String place = optional(form, "place");
        return new Event(
                EventId.of(required(form, "id")),
                RecordId.of(required(form, "record")),
                version(form),
                new Occurrence(
                        Instant.parse(required(form, "occurredAt")),
                        until == null ? null : Instant.parse(until),
                        source(required(form, "source"))),
                Instant.parse(required(form, "recordedAt")),
                new Badge(required(form, "recordedBy")),
                list(form, "performedBy").stream().map(Badge::new).toList(),
                list(form, "present"),
                place == null ? null : new RoomCode(place),
                optional(form, "lateReason"),
                optional(form, "note"),
                fact(form));
    }

    private static Fact fact(Map<String, Value> form) {
        Map<String, Value> own = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(OWN)) {
                own.put(name.substring(OWN.length()), value);
            }
        });
        EventKind kind = Catalogue.kind(required(form, "kind"))
                .orElseThrow(() -> new IllegalArgumentException("an event of a kind that is not in the catalogue"));
        return switch (Catalogue.parse(kind, own)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong ->
                throw new IllegalArgumentException("fields do not read: " + wrong.errors());
        };
    }

    private static Occurrence.Source source(String wire) {
        for (Occurrence.Source source : Occurrence.Source.values()) {
            if (Wire.name(source).equals(wire)) {
                return source;
            }
        }
        throw new IllegalArgumentException("no such source of time");
    }

    private static int version(Map<String, Value> form) {
        if (form.get("version") instanceof Value.Whole(long number)) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("an event without its version");
    }

    private static String required(Map<String, Value> form, String name) {
        String text = optional(form, name);
        if (text == null) {
            throw new IllegalArgumentException("an event without " + name);
        }
        return text;
    }

    private static @Nullable String optional(Map<String, Value> form, String name) {
        return form.get(name) instanceof Value.Text(String text) ? text : null;
    }

    private static List<String> list(Map<String, Value> form, String name) {
        return form.get(name) instanceof Value.Texts(List<String> texts) ? texts : List.of();
    }

    private static void text(Map<String, Value> form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, new Value.Text(value.toString()));
        }
    }

    private static void texts(Map<String, Value> form, String name, List<String> values) {
        if (!values.isEmpty()) {
            form.put(name, new Value.Texts(values));
        }
    }
}
