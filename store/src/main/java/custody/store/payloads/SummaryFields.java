package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Parsed;
import custody.record.detention.Situation;
import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.PersonDetails;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A situation as fields: what a list shows of a record. The person is written as the catalogue writes it in an event. */
public final class SummaryFields {
    private static final String PERSON = "person.";
    private static final EventKind IDENTIFIED =
            Catalogue.kind("identified").orElseThrow(() -> new IllegalStateException("no kind identified"));

    private SummaryFields() {}

    /** All of it; what is absent has no field. */
    public static List<Field> of(Situation situation) {
        List<Field> fields = new ArrayList<>();
        text(fields, "apprehendedAt", situation.apprehendedAt());
        text(fields, "deliveredAt", situation.deliveredAt());
        text(fields, "registeredAt", situation.registeredAt());
        names(fields, "bases", situation.bases());
        text(fields, "status", situation.status().name());
        text(fields, "statusSince", situation.statusSince());
        text(fields, "statusBy", situation.statusBy());
        text(fields, "room", situation.room());
        text(fields, "elsewhere", situation.elsewhere());
        Level level = situation.level();
        text(fields, "level", level == null ? null : level.name());
        text(fields, "lastCheck", situation.lastCheck());
        names(fields, "risks", situation.risks().stream().sorted().toList());
        fields.add(new Field("handcuffed", new FieldValue.Flag(situation.handcuffed())));
        text(fields, "lastEventAt", situation.lastEventAt());
        Catalogue.encode(new Identified(situation.person(), null))
                .forEach((name, value) -> fields.add(new Field(name, EventFields.committed(value))));
        return fields;
    }

    private static void text(List<Field> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.add(new Field(name, new FieldValue.Text(value.toString())));
        }
    }

    private static void names(List<Field> fields, String name, List<? extends Enum<?>> constants) {
        fields.add(new Field(
                name, new FieldValue.Texts(constants.stream().map(Enum::name).toList())));
    }

    /** The situation that fields hold; throws {@link IllegalArgumentException} if they hold none. */
    public static Situation situation(List<Field> fields) {
        Map<String, FieldValue> held = new LinkedHashMap<>();
        fields.forEach(field -> held.put(field.name(), field.value()));
        String room = optional(held, "room");
        String level = optional(held, "level");
        return new Situation(
                person(held),
                instant(held, "apprehendedAt"),
                optionalInstant(held, "deliveredAt"),
                optionalInstant(held, "registeredAt"),
                names(held, "bases").stream().map(Basis::valueOf).toList(),
                Situation.Status.valueOf(required(held, "status")),
                instant(held, "statusSince"),
                EventId.of(required(held, "statusBy")),
                room == null ? null : new RoomCode(room),
                optional(held, "elsewhere"),
                level == null ? null : Level.valueOf(level),
                optionalInstant(held, "lastCheck"),
                names(held, "risks").stream().map(Risk::valueOf).collect(Collectors.toSet()),
                new FieldValue.Flag(true).equals(held.get("handcuffed")),
                instant(held, "lastEventAt"));
    }

    private static PersonDetails person(Map<String, FieldValue> held) {
        Map<String, Value> form = new LinkedHashMap<>();
        held.forEach((name, value) -> {
            Value plain = EventFields.value(value);
            if (name.startsWith(PERSON) && plain != null) {
                form.put(name, plain);
            }
        });
        return switch (Catalogue.parse(IDENTIFIED, form)) {
            case Parsed.Ok<Fact>(Identified identified) -> identified.person();
            case Parsed.Ok<Fact>(Fact other) -> throw new IllegalArgumentException("not a person: " + other.getClass());
            case Parsed.Wrong<Fact> wrong -> throw new IllegalArgumentException("a person that does not read");
        };
    }

    private static List<String> names(Map<String, FieldValue> held, String name) {
        return held.get(name) instanceof FieldValue.Texts(List<String> texts) ? texts : List.of();
    }

    private static @Nullable String optional(Map<String, FieldValue> held, String name) {
        return held.get(name) instanceof FieldValue.Text(String text) ? text : null;
    }

    private static String required(Map<String, FieldValue> held, String name) {
        String text = optional(held, name);
        if (text == null) {
            throw new IllegalArgumentException("a summary without " + name);
        }
        return text;
    }

    private static Instant instant(Map<String, FieldValue> held, String name) {
        return Instant.parse(required(held, name));
    }

    private static @Nullable Instant optionalInstant(Map<String, FieldValue> held, String name) {
        String text = optional(held, name);
        return text == null ? null : Instant.parse(text);
    }
}
