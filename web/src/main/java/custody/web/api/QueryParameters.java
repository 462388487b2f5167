package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.desk.Reading.Purpose;
import custody.record.detention.Situation.Status;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** What {@link Query} reads, for the document: queries are read strictly and by hand, which no generator sees. */
final class QueryParameters {
    private static final String RECORDS = "/api/v1/records";

    private QueryParameters() {}

    static void describe(OpenAPI document) {
        PathItem records = document.getPaths().get(RECORDS);
        PathItem events = document.getPaths().get(RECORDS + "/{id}/events");
        if (records != null && records.getGet() != null) {
            Operation search = records.getGet();
            add(search, "q", "beginnings of names, or a record's number", text().maxLength(200));
            add(search, "state", "one or several, with commas between or repeated", choice(Status.values()));
            add(search, "facility", "code of a facility", text());
            page(search, "apprehended");
        }
        if (events != null && events.getGet() != null) {
            Operation list = events.getGet();
            add(
                    list,
                    "kind",
                    "this kind alone",
                    choice(Catalogue.kinds().stream().map(EventKind::name)));
            page(list, "occurred");
        }
        PathItem readings = document.getPaths().get(RECORDS + "/{id}/readings");
        if (readings != null && readings.getGet() != null) {
            page(readings.getGet());
        }
        document.getPaths().values().stream()
                .map(PathItem::getGet)
                .filter(Objects::nonNull)
                .forEach(get -> add(
                        get, Query.PURPOSE, "why one looks; the officer's work if absent", choice(Purpose.values())));
    }

    private static void page(Operation list, String what) {
        add(list, "from", what + " at this instant or later", moment());
        add(list, "to", what + " before this instant", moment());
        page(list);
    }

    private static void page(Operation list) {
        Schema<Object> limit = typed("integer");
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Query.MOST));
        add(list, "limit", "at most so many; " + Query.USUAL + " if absent", limit);
        add(list, "cursor", "from the Link of the page before", text());
    }

    private static void add(Operation operation, String name, String description, Schema<?> schema) {
        operation.addParametersItem(
                new QueryParameter().name(name).description(description).schema(schema));
    }

    private static Schema<?> choice(Stream<String> words) {
        Schema<Object> schema = typed("string");
        schema.setEnum(words.<Object>map(word -> word).toList());
        return schema;
    }

    private static Schema<?> choice(Enum<?>... constants) {
        return choice(Arrays.stream(constants).map(Wire::name));
    }

    private static Schema<?> moment() {
        return text().format("date-time");
    }

    private static Schema<?> text() {
        return typed("string");
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
