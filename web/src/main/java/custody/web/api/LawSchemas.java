package custody.web.api;

import custody.record.catalogue.Wire;
import custody.record.law.Clock;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Standing;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.List;

/** JSON schemas of clocks and tasks. */
final class LawSchemas {
    private LawSchemas() {}

    static Schema<?> clocks() {
        Schema<?> pack = object("id", "version", "hash");
        pack.setNullable(true);
        pack.setDescription("the rule pack that judges this record; null where none was in force at its apprehension");
        Schema<?> schema = typed("object");
        schema.addProperty("at", moment());
        schema.addProperty("pack", pack);
        schema.addProperty("clocks", list(clock()));
        schema.addProperty("next", moment().description("when anything changes next if nothing is recorded; or null"));
        return schema;
    }

    private static Schema<?> clock() {
        Schema<?> schema = object("rule", "provision", "title");
        schema.addProperty("state", choice(Clock.State.values()));
        schema.addProperty(
                "standing",
                choice(Standing.values())
                        .description("law: the law's own number; standard: our target where the law says immediately"));
        List.of("startedAt", "due", "metAt").forEach(name -> schema.addProperty(name, moment()));
        schema.addProperty("elapsed", length());
        schema.addProperty("remaining", length().description("negative where overdue; null where nothing is owed"));
        schema.addProperty("demands", list(choice(Demand.values())));
        schema.addProperty("readings", list(reading()).description("of a disputed rule; the strictest is the clock"));
        schema.addProperty("proof", proof());
        return schema;
    }

    private static Schema<?> reading() {
        Schema<?> schema = object("name", "provision");
        schema.addProperty("state", choice(Clock.State.values()));
        schema.addProperty("startedAt", moment());
        schema.addProperty("due", moment());
        return schema;
    }

    private static Schema<?> proof() {
        Schema<?> input = object("event", "kind");
        input.addProperty("at", moment());
        Schema<?> step = object("code", "text");
        step.addProperty("arguments", list(typed("string")));
        Schema<?> schema = object("provision", "rule");
        schema.addProperty("version", typed("integer"));
        schema.addProperty("inputs", list(input));
        schema.addProperty("steps", list(step));
        return schema;
    }

    static Schema<?> tasks() {
        Schema<?> task = object("rule", "provision", "title");
        task.addProperty("standing", choice(Standing.values()));
        task.addProperty("due", moment());
        task.addProperty("overdue", typed("boolean"));
        task.addProperty("kind", typed("string").description("kind of event that does it"));
        task.addProperty("fields", typed("object").description("values the event begins with"));
        task.addProperty("otherKinds", list(typed("string")));
        task.addProperty("attempts", list(moment()).description("attempts that did not do it"));
        task.addProperty("permitted", typed("boolean").description("whether you may record what does it"));
        Schema<?> schema = typed("object");
        schema.addProperty("at", moment());
        schema.addProperty("tasks", list(task));
        return schema;
    }

    /** Queries are read strictly, by hand: the document is told of them here. */
    static void parameters(OpenAPI document) {
        PathItem item = document.getPaths().get("/api/v1/records/{id}/clocks");
        if (item != null && item.getGet() != null) {
            Parameter at = new QueryParameter()
                    .name("at")
                    .description(
                            "instant to judge at; now if absent, at most 366 days ahead. What is recorded by now is"
                                    + " judged; what occurs after the instant has not happened yet.")
                    .schema(moment())
                    .example("2026-11-24T13:15:00+02:00");
            item.getGet().addParametersItem(at);
        }
    }

    private static Schema<?> object(String... texts) {
        Schema<?> schema = typed("object");
        Arrays.stream(texts).forEach(name -> schema.addProperty(name, typed("string")));
        return schema;
    }

    private static Schema<?> choice(Enum<?>... constants) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(Arrays.stream(constants)
                .<Object>map(constant -> Wire.name(constant))
                .toList());
        return schema;
    }

    private static Schema<?> moment() {
        return typed("string").format("date-time");
    }

    private static Schema<?> length() {
        return typed("string").format("duration");
    }

    private static Schema<?> list(Schema<?> item) {
        Schema<Object> schema = new Schema<>();
        schema.addType("array");
        schema.items(item);
        return schema;
    }

    private static Schema<?> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
