package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.web.session.Visit;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document: paths from the controllers, bodies from the catalogue, so that a new kind describes itself. */
@Configuration
class OpenApiConfiguration {
    private static final String JSON = "application/json";
    private static final String SCHEMAS = "#/components/schemas/";

    static {
        // Who asks is known from the token: nobody sends it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visit.class);
    }

    @Bean
    OpenApiCustomizer describedByTheCatalogue() {
        return OpenApiConfiguration::describe;
    }

    private static void describe(OpenAPI document) {
        document.info(new Info()
                .title("Custody Records")
                .version("v1")
                .description("One provable record of everything that happens to a detained person.")
                .license(new License().name("Apache-2.0")));
        document.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        document.addSecurityItem(new SecurityRequirement().addList("token"));
        document.getComponents().addSchemas("Booking", EventSchemas.booking());
        document.getComponents().addSchemas("Stored", EventSchemas.stored());
        document.getComponents().addSchemas("Problem", EventSchemas.problem());
        document.getComponents().addSchemas("Event", anyEvent(document));
        document.getComponents().addSchemas("Clocks", LawSchemas.clocks());
        document.getComponents().addSchemas("Tasks", LawSchemas.tasks());
        AnswerSchemas.all().forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
        LawSchemas.parameters(document);
        QueryParameters.describe(document);
        described(document);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApiConfiguration::problems);
    }

    private static Schema<?> anyEvent(OpenAPI document) {
        Discriminator discriminator = new Discriminator().propertyName("kind");
        Schema<Object> any = new Schema<>();
        for (EventKind kind : Catalogue.kinds()) {
            String name = "Event-" + kind.name();
            document.getComponents().addSchemas(name, EventSchemas.event(kind));
            any.addOneOfItem(new Schema<>().$ref(SCHEMAS + name));
            discriminator.mapping(kind.name(), SCHEMAS + name);
        }
        return any.discriminator(discriminator);
    }

    private static void described(OpenAPI document) {
        String records = "/api/v1/records";
        String one = records + "/{id}";
        String law = "/api/v1/facilities/{code}/martial-law";
        get(document, records, "search-records", "Records", null);
        get(document, one, "read-record", "Record", null);
        get(document, one + "/events", "list-events", "Entries", null);
        get(document, one + "/events/{event}", "read-event", "Entry", null);
        get(document, one + "/clocks", "read-clocks", "Clocks", Examples.CLOCKS);
        get(document, one + "/tasks", "list-tasks", "Tasks", Examples.TASKS);
        get(document, one + "/receipts", "list-receipts", "Receipts", null);
        get(document, one + "/receipts/{version}", "read-receipt", null, null);
        get(document, one + "/readings", "list-readings", "Readings", null);
        get(document, "/api/v1/whiteboard", "read-whiteboard", "Whiteboard", null);
        get(document, "/api/v1/alerts", "list-alerts", "Alerts", null);
        get(document, "/api/v1/cameras", "list-cameras", "Cameras", null);
        get(document, law, "read-martial-law", "Declarations", null);
        post(document, records, "open-record", "Booking", Examples.BOOKING, "201", "Stored");
        post(document, one + "/events", "add-event", "Event", Examples.EVENT, "201", "Stored");
        Map<String, Object> note = Map.of("note", "called the duty prosecutor");
        post(document, "/api/v1/alerts/{id}/acknowledgement", "take-note", "Acknowledgement", note, "201", "Stored");
        String camera = "/api/v1/alerts/cameras/{id}/acknowledgement";
        post(document, camera, "take-note-of-camera", null, Map.of(), "200", "CameraAlarm");
        post(document, law, "declare-martial-law", "MartialLaw", Examples.MARTIAL_LAW, "201", "Declarations");
    }

    /** What an address answers; the one that has no schema answers in plain text. */
    private static void get(
            OpenAPI document, String path, String id, @Nullable String schema, @Nullable Map<String, Object> example) {
        PathItem item = document.getPaths().get(path);
        if (item != null && item.getGet() != null) {
            item.getGet().operationId(id);
            MediaType media = new MediaType().schema(schema == null ? new Schema<>() : reference(schema));
            if (example != null) {
                media.setExample(example);
            }
            answer(item.getGet(), "200", "As it stands", schema == null ? "text/plain" : JSON, media);
        }
    }

    /** What an address takes, nothing where it has no schema, and what it answers then. */
    private static void post(
            OpenAPI document,
            String path,
            String id,
            @Nullable String schema,
            Map<String, Object> example,
            String status,
            String answer) {
        PathItem item = document.getPaths().get(path);
        if (item == null || item.getPost() == null) {
            return;
        }
        item.getPost().operationId(id);
        if (schema != null) {
            MediaType media = new MediaType().schema(reference(schema));
            media.setExample(example);
            item.getPost()
                    .requestBody(new RequestBody().required(true).content(new Content().addMediaType(JSON, media)));
        }
        item.getPost().getResponses().remove("200");
        answer(item.getPost(), status, "Stored", JSON, new MediaType().schema(reference(answer)));
    }

    private static void answer(Operation operation, String status, String what, String type, MediaType media) {
        ApiResponse response = new ApiResponse().description(what).content(new Content().addMediaType(type, media));
        operation.getResponses().addApiResponse(status, response);
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref(SCHEMAS + schema);
    }

    private static void problems(Operation operation) {
        MediaType media = new MediaType().schema(reference("Problem"));
        Content content = new Content().addMediaType("application/problem+json", media);
        List.of("400", "401", "403", "404", "409", "413", "415", "422", "429", "503")
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                status, new ApiResponse().description("Problem").content(content)));
    }
}
