package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The OpenAPI document")
class OpenApiTest extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private Desk client;
    private String text;
    private JsonNode document;

    @BeforeEach
    void read() {
        client = new Desk(port);
        accounts.token(Tokens.digest("openapi"), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
        text = client.get("/v3/api-docs").body();
        document = JSON.readTree(text);
    }

    private List<JsonNode> operations() {
        List<JsonNode> all = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.properties().stream()
                        .filter(member -> Set.of("get", "post").contains(member.getKey()))
                        .forEach(member -> all.add(member.getValue())));
        return all;
    }

    @Test
    @DisplayName("refers to every schema it has, and has every schema it refers to")
    void refersToEverySchema() {
        Set<String> there = new TreeSet<>(document.at("/components/schemas").propertyNames());
        Set<String> meant = new TreeSet<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            meant.add(reference.group(1));
        }
        assertEquals(there, meant);
    }

    @Test
    @DisplayName("describes nothing of the program's own types")
    void describesNothingInternal() {
        Set<String> internal = new HashSet<>();
        document.at("/components/schemas").propertyNames().stream()
                .filter(name -> name.matches("Visit|.*(Request|Response|Entity|Object|Map|View)"))
                .forEach(internal::add);
        assertEquals(Set.of(), internal);
        assertFalse(text.contains("custody.") || text.contains("java."), "names of the program's packages");
        assertFalse(text.contains("\"*/*\""), "an answer of any type");
    }

    @Test
    @DisplayName("says of every operation what it takes and what it answers, under a name of its own")
    void saysWhatEveryOperationTakes() {
        Set<String> names = new HashSet<>();
        for (JsonNode operation : operations()) {
            String name = operation.path("operationId").asString();
            assertTrue(name.matches("[a-z]+(-[a-z]+)*") && names.add(name), name);
            List<JsonNode> good = operation.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .map(Map.Entry::getValue)
                    .toList();
            assertEquals(1, good.size(), name);
            boolean described = good.getFirst().toString().contains("$ref") || name.equals("read-receipt");
            assertTrue(described, name + good);
        }
    }

    @Test
    @DisplayName("describes every member of what is really answered")
    void describesWhatIsAnswered() {
        String booking = """
                {"facility":"UA26-0007","person":{"surname":"Вигаданий","sex":"male"},
                 "apprehension":{"at":"2026-11-24T08:15:00+02:00","place":"вул. Уявна, 1","by":["1000002"]},
                 "basis":{"kind":"cpc-208"},"delivery":{"at":"2026-11-24T09:02:00+02:00"}}""";
        HttpResponse<String> opened = client.send(to("/api/v1/records")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(booking)));
        same(opened.body(), "Stored");
        String record = Desk.location(opened);
        same(get(record), "Record");
        same(get(record + "/events"), "Entries");
        same(get(record + "/receipts"), "Receipts");
        same(get(record + "/readings"), "Readings");
        same(get("/api/v1/records"), "Records");
        same(get("/api/v1/whiteboard"), "Whiteboard");
        same(get("/api/v1/alerts"), "Alerts");
        same(get("/api/v1/records?limit=x"), "Problem");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer openapi");
    }

    private String get(String path) {
        return client.send(to(path).GET()).body();
    }

    private void same(String answer, String schema) {
        compare(JSON.readTree(answer), document.at("/components/schemas/" + schema), schema);
    }

    private void compare(JsonNode answer, JsonNode described, String where) {
        JsonNode schema = described.has("$ref")
                ? document.at(described.path("$ref").asString().substring(1))
                : described;
        if (answer.isArray()) {
            answer.forEach(item -> compare(item, schema.path("items"), where + "[]"));
        } else if (answer.isObject() && schema.has("properties")) {
            answer.properties().forEach(member -> {
                String below = where + "." + member.getKey();
                assertTrue(schema.path("properties").has(member.getKey()), below);
                compare(member.getValue(), schema.path("properties").path(member.getKey()), below);
            });
        }
    }
}
