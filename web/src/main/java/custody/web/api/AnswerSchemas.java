package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.events.Risk;
import custody.record.law.rules.Escalation.Rung;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON schemas of what is read: {@link Shapes} for the document. A test compares them with real answers. */
final class AnswerSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private AnswerSchemas() {}

    /** Every schema of an answer by its name. */
    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> all = new LinkedHashMap<>();
        all.put("Record", record());
        all.put("Records", with(object(), "records", list("Record")));
        all.put("Entry", entry());
        all.put("Entries", with(object(), "events", list("Entry")));
        all.put("Receipts", with(object(), "receipts", listOf(receipt())));
        all.put("Readings", with(with(object(), "readings", listOf(reading())), "total", typed("integer")));
        all.put(
                "Whiteboard",
                board(with(
                        with(object(), "records", list("Record")),
                        "unreadable",
                        listOf(text())
                                .description(
                                        "numbers of those in custody whose record does not open as it was stored"))));
        all.put("Alert", alert());
        all.put("CameraAlarm", cameraAlarm());
        all.put("Alerts", alerts());
        all.put("Acknowledgement", strict(texts("note")));
        all.put("MartialLaw", martialLaw());
        all.put("Declarations", declarations());
        all.put("Cameras", board(with(object(), "cameras", listOf(camera()))));
        return all;
    }

    private static Schema<?> record() {
        Schema<?> person = texts("surname", "givenName", "patronymic", "citizenship");
        with(person, "birthDate", text().format("date"));
        with(person, "sex", text());
        with(person, "unknown", texts("description"));
        Schema<?> schema = texts("id", "number", "facility", "room", "elsewhere");
        with(schema, "version", typed("integer"));
        with(schema, "status", choice(Status.values()));
        for (String at :
                List.of("statusSince", "apprehendedAt", "deliveredAt", "registeredAt", "lastCheck", "lastEventAt")) {
            with(schema, at, moment());
        }
        with(schema, "person", person);
        with(schema, "bases", listOf(choice(Basis.values())));
        with(schema, "level", choice(Level.values()));
        with(schema, "risks", listOf(choice(Risk.values())));
        with(schema, "handcuffed", typed("boolean"));
        with(schema, "tasks", typed("integer").description("on the whiteboard: how many are due"));
        with(schema, "tasksOverdue", typed("integer").description("on the whiteboard"));
        Schema<?> next = texts("rule", "provision", "title", "standing");
        return with(schema, "nextDue", with(next, "due", moment()).description("on the whiteboard"));
    }

    private static Schema<?> entry() {
        Schema<?> schema = texts("id", "place", "lateReason", "note", "source", "recordedBy");
        with(schema, "version", typed("integer"));
        with(schema, "kind", choice(Catalogue.kinds().stream().map(EventKind::name)));
        List.of("occurredAt", "until", "recordedAt").forEach(name -> with(schema, name, moment()));
        with(schema, "late", typed("boolean"));
        List.of("performedBy", "present", "missing").forEach(name -> with(schema, name, listOf(text())));
        with(schema, "fields", object().description("those of the kind, as in Event"));
        return with(schema, "shown", choice(Stream.of("full", "outline")));
    }

    private static Schema<?> receipt() {
        Schema<?> schema = texts("origin", "leafHash");
        with(schema, "version", typed("integer"));
        with(schema, "index", typed("integer"));
        return with(schema, "state", choice(Stream.of("recorded", "sealed", "witnessed")));
    }

    private static Schema<?> reading() {
        Schema<?> schema = with(texts("badge", "post", "purpose", "what"), "at", moment());
        return with(schema, "index", typed("integer"));
    }

    private static Schema<?> alerts() {
        Schema<?> message = texts("alert", "number", "camera", "channel", "rung", "failure");
        List.of("attempts", "reached").forEach(name -> with(message, name, typed("integer")));
        List.of("since", "again").forEach(name -> with(message, name, moment()));
        Schema<?> schema = with(object(), "alerts", list("Alert"));
        with(schema, "cameras", list("CameraAlarm"));
        with(schema, "channels", listOf(text()).description("that are set up"));
        with(schema, "rungsWithoutChannel", listOf(choice(Rung.values())));
        return board(with(schema, "undelivered", listOf(message)));
    }

    private static Schema<?> alert() {
        Schema<?> schema = texts(
                "id", "record", "number", "kind", "state", "rule", "provision", "standing", "rung", "acknowledgedBy");
        with(schema, "title", texts("uk", "en"));
        with(schema, "demands", listOf(text()));
        with(schema, "percent", typed("integer"));
        with(schema, "nobodyReached", typed("boolean").description("true where nobody was reached on its rung"));
        List.of("due", "since", "raisedAt", "putRightAt", "acknowledgedAt")
                .forEach(name -> with(schema, name, moment()));
        return schema;
    }

    private static Schema<?> cameraAlarm() {
        Schema<?> schema = texts("id", "camera", "room", "trouble", "state", "rung", "acknowledgedBy");
        List.of("since", "raisedAt", "wellAt", "acknowledgedAt").forEach(name -> with(schema, name, moment()));
        return schema;
    }

    private static Schema<?> martialLaw() {
        Schema<?> schema = with(texts("authority"), "inForce", typed("boolean"));
        with(schema, "from", moment());
        with(schema, "to", moment());
        schema.setRequired(List.of("inForce", "from", "authority"));
        return strict(schema);
    }

    private static Schema<?> declarations() {
        Schema<?> declared = with(texts("kind", "authority"), "inForce", typed("boolean"));
        List.of("from", "to").forEach(name -> with(declared, name, moment()));
        return with(texts("facility"), "declared", listOf(declared));
    }

    private static Schema<?> camera() {
        Schema<?> schema =
                texts("id", "name", "room", "aim", "direction", "privacy", "mode", "state", "since", "address");
        with(schema, "troubles", listOf(text()));
        return with(schema, "account", typed("boolean"));
    }

    private static Schema<?> board(Schema<?> schema) {
        return with(with(schema, "facility", text()), "at", moment());
    }

    private static Schema<?> with(Schema<?> schema, String name, Schema<?> property) {
        schema.addProperty(name, property);
        return schema;
    }

    private static Schema<?> texts(String... names) {
        Schema<?> schema = object();
        Arrays.stream(names).forEach(name -> with(schema, name, text()));
        return schema;
    }

    private static Schema<?> strict(Schema<?> schema) {
        schema.additionalProperties(false);
        return schema;
    }

    private static Schema<?> list(String schema) {
        return listOf(new Schema<>().$ref(REFERENCE + schema));
    }

    private static Schema<?> listOf(Schema<?> item) {
        Schema<Object> schema = typed("array");
        return schema.items(item);
    }

    private static Schema<?> choice(Enum<?>... constants) {
        return choice(Arrays.stream(constants).map(Wire::name));
    }

    private static Schema<?> choice(Stream<String> words) {
        Schema<Object> schema = typed("string");
        schema.setEnum(words.<Object>map(word -> word).toList());
        return schema;
    }

    private static Schema<?> moment() {
        return text().format("date-time");
    }

    private static Schema<?> text() {
        return typed("string");
    }

    private static Schema<?> object() {
        return typed("object");
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
