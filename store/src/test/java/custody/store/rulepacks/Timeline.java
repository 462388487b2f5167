package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a record from kinds and fields, the way the API would. */
public final class Timeline {
    private static final RecordId RECORD = new RecordId(new UUID(0, 1));
    private static final RecordNumber NUMBER = new RecordNumber(new FacilityCode("UA26-0007"), 2026, 1);
    private final List<Event> events = new ArrayList<>();

    static EventId id(int version) {
        return new EventId(new UUID(7, version));
    }

    /** Adds an event and gives its version. */
    int add(String kind, Instant at, @Nullable Instant until, Map<String, Value> fields) {
        EventKind type = Catalogue.kind(kind).orElseThrow(() -> new IllegalArgumentException("no kind " + kind));
        Map<String, Value> all = new LinkedHashMap<>(fields);
        if (kind.equals("apprehended")) {
            all.putIfAbsent("place", new Value.Text("вул. Вигадана, 1"));
            all.putIfAbsent("basis", new Value.Text("cpc-208"));
            all.putIfAbsent("person.surname", new Value.Text("Вигаданий"));
        }
        if (kind.equals("correction")) {
            all.putIfAbsent("reason", new Value.Text("помилка"));
        }
        Fact fact = switch (Catalogue.parse(type, all)) {
            case Parsed.Ok<Fact>(Fact read) -> read;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalArgumentException(kind + " " + wrong.errors());
        };
        return add(fact, at, until);
    }

    int add(Fact fact, Instant at, @Nullable Instant until) {
        int version = events.size() + 1;
        events.add(Event.plain(
                id(version),
                RECORD,
                version,
                new Occurrence(at, until, Occurrence.Source.LIVE),
                at,
                new Badge("1000001"),
                fact));
        return version;
    }

    List<Event> standing() {
        return new CustodyRecord(RECORD, NUMBER, events).standing();
    }

    /** Field values as YAML writes them. */
    public static Map<String, Value> fields(String kind, Map<String, Object> written) {
        Map<String, Value> fields = new LinkedHashMap<>();
        written.forEach((name, value) -> {
            FieldType type = Catalogue.kind(kind)
                    .flatMap(found -> found.field(name))
                    .map(field -> field.type())
                    .orElse(new FieldType.Line(200));
            fields.put(name, value(type, value));
        });
        return fields;
    }

    private static Value value(FieldType type, Object written) {
        return switch (type) {
            case FieldType.YesNo _ -> new Value.Flag(Boolean.parseBoolean(written.toString()));
            case FieldType.Quantity _ -> new Value.Whole(Long.parseLong(written.toString()));
            case FieldType.Choices _, FieldType.LineList _, FieldType.Officers _ ->
                new Value.Texts(
                        written instanceof List<?> list
                                ? list.stream().map(Object::toString).toList()
                                : List.of(written.toString()));
            default ->
                written instanceof List<?> list
                        ? new Value.Texts(list.stream().map(Object::toString).toList())
                        : new Value.Text(written.toString());
        };
    }
}
