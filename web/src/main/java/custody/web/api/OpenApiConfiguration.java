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
        answer(document, "/api/v1/records/{id}/clocks", "Clocks", Examples.CLOCKS);
        answer(document, "/api/v1/records/{id}/tasks", "Tasks", Examples.TASKS);
        LawSchemas.parameters(document);
        QueryParameters.describe(document);
        body(document, "/api/v1/records", "Booking", Examples.BOOKING);
        body(document, "/api/v1/records/{id}/events", "Event", Examples.EVENT);
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

    private static void body(OpenAPI document, String path, String schema, Map<String, Object> example) {
        PathItem item = document.getPaths().get(path);
        Operation operation = item == null ? null : item.getPost();
        if (operation != null) {
            MediaType media = new MediaType().schema(new Schema<>().$ref(SCHEMAS + schema));
            media.setExample(example);
            operation.requestBody(new RequestBody().required(true).content(new Content().addMediaType(JSON, media)));
            MediaType answer = new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Stored"));
            operation
                    .getResponses()
                    .addApiResponse(
                            "201",
                            new ApiResponse()
                                    .description("Stored; sealed when read back")
                                    .content(new Content().addMediaType(JSON, answer)));
        }
    }

    private static void answer(OpenAPI document, String path, String schema, Map<String, Object> example) {
        PathItem item = document.getPaths().get(path);
        Operation operation = item == null ? null : item.getGet();
        if (operation != null) {
            MediaType media = new MediaType().schema(new Schema<>().$ref(SCHEMAS + schema));
            media.setExample(example);
            operation
                    .getResponses()
                    .addApiResponse(
                            "200",
                            new ApiResponse()
                                    .description("As it stands")
                                    .content(new Content().addMediaType(JSON, media)));
        }
    }

    private static void problems(Operation operation) {
        MediaType media = new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Problem"));
        Content content = new Content().addMediaType("application/problem+json", media);
        List.of("400", "401", "403", "404", "409", "413", "415", "422", "429", "503")
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                status, new ApiResponse().description("Problem").content(content)));
    }
}
