package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.web.entry.EventEntry;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON schemas of bodies, from the catalogue. */
final class EventSchemas {
    private static final String EXACTLY = "1 to 20 of A-Z, 0-9, hyphen";

    private EventSchemas() {}

    static Schema<?> event(EventKind kind) {
        Schema<?> schema = object();
        schema.addProperty("kind", constant(kind.name()));
        schema.addProperty("occurredAt", moment());
        schema.addProperty("until", moment());
        schema.addProperty("place", text(20).description("room code"));
        schema.addProperty("performedBy", list(badge()));
        schema.addProperty("present", list(text(EventEntry.PRESENT)));
        schema.addProperty("lateReason", text(EventEntry.LATE_REASON));
        schema.addProperty("note", text(EventEntry.NOTE));
        Schema<?> fields = object();
        kind.fields().forEach(field -> put(fields, field.name(), field));
        schema.addProperty("fields", fields);
        schema.setRequired(List.of("kind", "occurredAt"));
        return schema;
    }

    static Schema<?> booking() {
        EventKind apprehended = Catalogue.kind("apprehended").orElseThrow();
        Schema<?> person = object();
        Schema<?> basis = object();
        Schema<?> apprehension = object();
        apprehension.addProperty("at", moment());
        for (Field field : apprehended.fields()) {
            String name = field.name();
            if (name.startsWith("person.") && !name.equals("person.description")) {
                put(person, name.substring("person.".length()), field);
            } else if (List.of("place", "by", "howFixed").contains(name)) {
                put(apprehension, name, field);
            } else if (name.equals("basis")) {
                put(basis, "kind", field);
            } else if (List.of("offence", "aggravation", "regime").contains(name)) {
                put(basis, name, field);
            }
        }
        Schema<?> unknown = object();
        unknown.addProperty("description", text(1_000));
        person.addProperty("unknown", unknown);
        Schema<?> delivery = object();
        delivery.addProperty("at", moment());
        delivery.addProperty("by", list(badge()));
        Schema<?> schema = object();
        schema.addProperty("facility", text(20));
        schema.addProperty("person", person);
        schema.addProperty("apprehension", apprehension);
        schema.addProperty("basis", basis);
        schema.addProperty("delivery", delivery);
        schema.setRequired(List.of("facility", "apprehension", "basis"));
        return schema;
    }

    static Schema<?> stored() {
        Schema<?> receipt = typed("object");
        receipt.addProperty("origin", typed("string"));
        receipt.addProperty("index", typed("integer"));
        receipt.addProperty("leafHash", typed("string"));
        Schema<?> schema = typed("object");
        schema.addProperty("id", typed("string"));
        schema.addProperty("number", typed("string"));
        schema.addProperty("version", typed("integer"));
        schema.addProperty("record", typed("string").description("of an event: its record"));
        schema.addProperty("receipt", receipt);
        schema.addProperty("receipts", list(receipt).maxItems(null));
        schema.addProperty("state", choice(List.of("recorded", "sealed", "witnessed")));
        return schema;
    }

    static Schema<?> problem() {
        Schema<?> error = typed("object");
        List.of("pointer", "header", "code", "detail").forEach(name -> error.addProperty(name, typed("string")));
        error.addProperty("limits", typed("object"));
        Schema<?> schema = typed("object");
        List.of("type", "title", "detail").forEach(name -> schema.addProperty(name, typed("string")));
        schema.addProperty("status", typed("integer"));
        schema.addProperty("errors", list(error).maxItems(null));
        return schema;
    }

    /** Puts a field under its name; a dotted name goes into the object its first part names. */
    private static void put(Schema<?> into, String name, Field field) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.addProperty(name, of(field.type()));
            if (field.demand() == Field.Demand.REQUIRED) {
                into.addRequiredItem(name);
            }
            return;
        }
        String part = name.substring(0, dot);
        @Nullable
        Schema<?> below =
                into.getProperties() == null ? null : into.getProperties().get(part);
        if (below == null) {
            below = object();
            into.addProperty(part, below);
        }
        put(below, name.substring(dot + 1), field);
    }

    private static Schema<?> of(FieldType type) {
        return switch (type) {
            case FieldType.Line(int max) -> text(max);
            case FieldType.Lines(int max) -> text(max);
            case FieldType.Code code -> typed("string").pattern("^" + code.pattern() + "$");
            case FieldType.Choice choice -> choice(choice.options());
            case FieldType.Choices choices -> list(choice(choices.options()));
            case FieldType.YesNo() -> typed("boolean");
            case FieldType.Quantity number ->
                typed("integer").minimum(BigDecimal.valueOf(number.min())).maximum(BigDecimal.valueOf(number.max()));
            case FieldType.Moment() -> moment();
            case FieldType.Day() -> typed("string").format("date");
            case FieldType.Officer() -> badge();
            case FieldType.Officers() -> list(badge());
            case FieldType.Room() -> text(20).description("room code: " + EXACTLY);
            case FieldType.EventReference() -> typed("string").format("uuid");
            case FieldType.EventReferences() -> list(typed("string").format("uuid"));
            case FieldType.LineList(int max) -> list(text(max));
            case FieldType.Cameras _ -> list(typed("string").description("id of a camera of the facility"));
            case FieldType.Replacements() ->
                typed("object").description("right values by field name, only those that change");
        };
    }

    private static Schema<?> object() {
        Schema<?> schema = typed("object");
        schema.additionalProperties(false);
        return schema;
    }

    private static Schema<?> constant(String value) {
        return choice(List.of(value));
    }

    private static Schema<?> choice(List<String> options) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(List.copyOf(options));
        return schema;
    }

    /** OpenAPI 3.1 keeps types in a set. */
    private static Schema<?> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> text(int max) {
        return typed("string").maxLength(max);
    }

    private static Schema<?> badge() {
        return text(20).description("badge: " + EXACTLY);
    }

    private static Schema<?> moment() {
        return typed("string").format("date-time");
    }

    private static Schema<?> list(Schema<?> item) {
        Schema<Object> schema = new Schema<>();
        schema.addType("array");
        schema.items(item);
        return schema.maxItems(FieldType.MOST_ITEMS);
    }
}
