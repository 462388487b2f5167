package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes facts by the wire names of the API, so that the demo says what a client would say and meets the same limits. */
final class Facts {
    private Facts() {}

    /** A fact of that kind; {@code fields} are names and values in turn, a null value leaves the field out. */
    static Fact of(String kind, @Nullable Object... fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            Object value = fields[place + 1];
            if (value != null) {
                values.put(String.valueOf(fields[place]), value(value));
            }
        }
        return of(kind, values);
    }

    /** A fact of that kind with those fields. Throws {@link IllegalArgumentException} for what the API would refuse. */
    static Fact of(String kind, Map<String, Value> fields) {
        EventKind known = Catalogue.kind(kind)
                .orElseThrow(() -> new IllegalArgumentException("no kind of event is called " + kind));
        return switch (Catalogue.parse(known, fields)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalArgumentException(kind + ": " + wrong.errors());
        };
    }

    private static Value value(Object value) {
        return switch (value) {
            case String text -> new Value.Text(text);
            case Boolean flag -> new Value.Flag(flag);
            case Integer number -> new Value.Whole(number);
            case List<?> items ->
                new Value.Texts(items.stream().map(String::valueOf).toList());
            case Badge badge -> new Value.Text(badge.number());
            case RoomCode room -> new Value.Text(room.code());
            case EventId event -> new Value.Text(event.toString());
            case Instant instant -> new Value.Text(instant.toString());
            default -> throw new IllegalArgumentException("no field holds a " + value.getClass());
        };
    }
}
