package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Wire;
import custody.record.desk.Receipt;
import custody.record.desk.Summary;
import custody.record.detention.Lateness;
import custody.record.detention.Situation;
import custody.record.events.Event;
import custody.record.events.PersonDetails;
import custody.record.events.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON shapes of docs/formats/api.md. Absent values have no member; times are UTC. */
final class Shapes {
    private Shapes() {}

    static Map<String, Object> summary(Summary summary) {
        Situation situation = summary.situation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", summary.id().toString());
        json.put("number", summary.number().toString());
        json.put("facility", summary.facility().code());
        json.put("version", summary.version());
        json.put("status", Wire.name(situation.status()));
        json.put("statusSince", situation.statusSince().toString());
        json.put("person", person(situation.person()));
        json.put("apprehendedAt", situation.apprehendedAt().toString());
        put(json, "deliveredAt", situation.deliveredAt());
        put(json, "registeredAt", situation.registeredAt());
        json.put("bases", names(situation.bases()));
        put(json, "room", situation.room());
        put(json, "elsewhere", situation.elsewhere());
        put(json, "level", situation.level() == null ? null : Wire.name(situation.level()));
        put(json, "lastCheck", situation.lastCheck());
        json.put("risks", names(situation.risks().stream().sorted().toList()));
        json.put("handcuffed", situation.handcuffed());
        json.put("lastEventAt", situation.lastEventAt().toString());
        return json;
    }

    private static Map<String, Object> person(PersonDetails person) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "surname", person.surname());
        put(json, "givenName", person.givenName());
        put(json, "patronymic", person.patronymic());
        put(json, "birthDate", person.birthDate());
        put(json, "sex", person.sex() == null ? null : Wire.name(person.sex()));
        put(json, "citizenship", person.citizenship());
        if (person.unknown()) {
            json.put("unknown", Map.of("description", person.description() == null ? "" : person.description()));
        }
        return json;
    }

    static Map<String, Object> event(Event event) {
        Map<String, Object> json = outline(event);
        put(json, "place", event.place());
        put(json, "lateReason", event.lateReason());
        put(json, "note", event.note());
        json.put(
                "performedBy",
                event.performedBy().stream().map(Object::toString).toList());
        json.put("present", event.present());
        Map<String, Object> fields = new LinkedHashMap<>();
        Catalogue.encode(event.fact()).forEach((name, value) -> nest(fields, name, plain(value)));
        json.put("fields", fields);
        json.put("missing", Catalogue.missing(event.fact()));
        return json;
    }

    /** That it happened, when and by whom it was written; nothing of what it says. */
    static Map<String, Object> outline(Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", event.id().toString());
        json.put("version", event.version());
        json.put("kind", Catalogue.kind(event.fact()).name());
        json.put("occurredAt", event.occurredAt().toString());
        put(json, "until", event.occurrence().until());
        json.put("source", Wire.name(event.occurrence().source()));
        json.put("recordedAt", event.recordedAt().toString());
        json.put("recordedBy", event.recordedBy().number());
        json.put("late", Lateness.late(event));
        return json;
    }

    static Map<String, Object> receipt(Receipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", receipt.origin());
        json.put("index", receipt.index());
        json.put("leafHash", receipt.leafHash());
        return json;
    }

    @SuppressWarnings("unchecked") // a dotted name's first parts are never values themselves
    private static void nest(Map<String, Object> into, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.put(name, value);
        } else {
            Map<String, Object> below =
                    (Map<String, Object>) into.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<>());
            nest(below, name.substring(dot + 1), value);
        }
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Flag(boolean flag) -> flag;
            case Value.Texts(List<String> texts) -> texts;
        };
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> Wire.name(constant)).toList();
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
