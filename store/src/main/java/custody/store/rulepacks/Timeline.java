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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a record from kinds and fields, the way the API would. */
public final class Timeline {
    private static final RecordId RECORD = new RecordId(new UUID(0, 1));
    private static final FacilityCode FACILITY = new FacilityCode("UA26-0007");
    private final int running;
    private final List<Event> events = new ArrayList<>();

    Timeline() {
        this(1);
    }

    /** Of the record with that running number, where several persons are told of. */
    Timeline(int running) {
        this.running = running;
    }

    /** A person's record as a case tells it. */
    static Timeline told(List<Map<String, Object>> written, Offsets offsets, int running) {
        Timeline timeline = new Timeline(running);
        Map<String, Integer> labels = new HashMap<>();
        for (Map<String, Object> event : written) {
            timeline.tell(event, offsets, labels);
        }
        return timeline;
    }

    private void tell(Map<String, Object> event, Offsets offsets, Map<String, Integer> labels) {
        Map<String, Object> rest = new LinkedHashMap<>(event);
        Instant at = offsets.at(String.valueOf(rest.remove("at")));
        Object until = rest.remove("until");
        Object label = rest.remove("as");
        Object corrects = rest.remove("corrects");
        Object to = rest.remove("to");
        Map.Entry<String, Object> only = rest.entrySet().iterator().next();
        Map<String, Object> said = CaseFile.named(
                only.getKey(),
                only.getValue(),
                name -> id(Objects.requireNonNull(labels.get(name), name)).toString());
        said.replaceAll((_, value) -> offsets.date(value));
        Map<String, Value> fields = new LinkedHashMap<>(fields(only.getKey(), said));
        if (corrects != null) {
            int version = Objects.requireNonNull(labels.get(corrects.toString()), corrects.toString());
            fields.put("corrects", new Value.Text(id(version).toString()));
        }
        if (to != null) {
            fields.put("occurredAt", new Value.Text(offsets.at(to.toString()).toString()));
        }
        int version = add(only.getKey(), at, until == null ? null : offsets.at(until.toString()), fields);
        labels.put(label == null ? only.getKey() : label.toString(), version);
    }

    static EventId id(int version) {
        return new EventId(new UUID(7, version));
    }

    /** Adds an event and gives its version. */
    int add(String kind, Instant at, @Nullable Instant until, Map<String, Value> fields) {
        Fact fact = switch (parsed(kind, fields)) {
            case Parsed.Ok<Fact>(Fact read) -> read;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalArgumentException(kind + " " + wrong.errors());
        };
        return add(fact, at, until);
    }

    /** The fact of an event, where what every case would have to repeat may be left out. */
    static Parsed<Fact> parsed(String kind, Map<String, Value> fields) {
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
        return Catalogue.parse(type, all);
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
        return record().standing();
    }

    CustodyRecord record() {
        return new CustodyRecord(RECORD, new RecordNumber(FACILITY, 2026, running), events);
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
            case FieldType.Choices _, FieldType.LineList _, FieldType.Cameras _, FieldType.Officers _ ->
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
