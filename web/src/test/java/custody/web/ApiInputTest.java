package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The API")
class ApiInputTest extends ApiServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A body, the pointer of the error it must give, and the rule. */
    record Bad(String body, String pointer, String code) {}

    static List<Bad> badBookings() {
        String long101 = "х".repeat(101);
        return List.of(
                new Bad(GOOD.replace("Вигаданий", long101), "/person/surname", "too-long"),
                new Bad(GOOD.replace("Степан", long101), "/person/givenName", "too-long"),
                new Bad(GOOD.replace("вул. Уявна, 1", "х".repeat(501)), "/apprehension/place", "too-long"),
                new Bad(GOOD.replace("185(3)", "9".repeat(201)), "/basis/offence", "too-long"),
                new Bad(GOOD.replace("\"Вигаданий\"", "17"), "/person/surname", "type"),
                new Bad(GOOD.replace("\"Вигаданий\"", "1.5"), "/person/surname", "type"),
                new Bad(GOOD.replace("\"Вигаданий\"", "{\"a\":1}"), "/person/surname", "type"),
                new Bad(GOOD.replace("1990-01-31", "31.01.1990"), "/person/birthDate", "format"),
                new Bad(GOOD.replace("\"male\"", "\"other\""), "/person/sex", "choice"),
                new Bad(GOOD.replace("\"surname\"", "\"sirname\""), "/person/sirname", "unknown"),
                new Bad(GOOD.replace("\"basis\":", "\"extra\":1,\"basis\":"), "/extra", "unknown"),
                new Bad(GOOD.replace("2026-11-24T08:15:00+02:00", "2026-11-24T08:15:00"), "/apprehension/at", "format"),
                new Bad(
                        GOOD.replace("2026-11-24T08:15:00+02:00", "2026-11-24T12:15:00+02:00"),
                        "/apprehension/at",
                        "future"),
                new Bad(
                        GOOD.replace("2026-11-24T09:02:00+02:00", "2026-11-24T07:02:00+02:00"),
                        "/delivery/at",
                        "order"),
                new Bad(
                        GOOD.replace("2026-11-24T09:02:00+02:00", "2027-11-24T07:02:00+02:00"),
                        "/delivery/at",
                        "future"),
                new Bad(GOOD.replace("UA26-0007", "UA99-0000"), "/facility", "not-found"),
                new Bad(GOOD.replace("\"UA26-0007\"", "7"), "/facility", "type"),
                new Bad(GOOD.replace("1000002", "9999999"), "/apprehension/by", "not-found"),
                new Bad(GOOD.replace("[\"1000002\"]", "[1000002]"), "/apprehension/by/0", "type"),
                new Bad(GOOD.replace("cpc-208\"", "cpc-999\""), "/basis/kind", "choice"),
                new Bad(GOOD.replace("Вигаданий", "Виг\\u0007аданий"), "/person/surname", "characters"),
                new Bad("{}", "/facility", "required"));
    }

    @ParameterizedTest
    @MethodSource("badBookings")
    @DisplayName("refuses a bad booking by field and rule, and stores nothing")
    void refusesABadBooking(Bad bad) {
        int before = records.events();
        HttpResponse<String> answer = post("/api/v1/records", bad.body());
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        String error = "\"pointer\":\"" + bad.pointer() + "\",\"code\":\"" + bad.code() + "\"";
        assertTrue(answer.body().contains(error), error + " not in " + answer.body());
        assertEquals(before, records.events());
    }

    static List<Bad> badEvents() {
        return List.of(
                new Bad("{\"occurredAt\":\"2026-11-24T11:00:00+02:00\"}", "/kind", "required"),
                new Bad(MEAL.replace("\"meal\"", "\"feast\""), "/kind", "not-found"),
                new Bad(MEAL.replace("\"meal\"", "3"), "/kind", "type"),
                new Bad(MEAL.replace("lunch", "brunch"), "/fields/service", "choice"),
                new Bad(MEAL.replace("\"service\"", "\"course\""), "/fields/course", "unknown"),
                new Bad(MEAL.replace("\"fields\"", "\"place\":\"CELL-99\",\"fields\""), "/place", "not-found"),
                new Bad(MEAL.replace("\"fields\"", "\"note\":{},\"fields\""), "/note", "type"),
                new Bad(MEAL.replace("{\"service\":\"lunch\"}", "[]"), "/fields", "type"),
                new Bad(
                        MEAL.replace("\"fields\"", "\"until\":\"2026-11-24T10:00:00+02:00\",\"fields\""),
                        "/until",
                        "order"),
                new Bad(
                        MEAL.replace("\"fields\"", "\"note\":\"" + "н".repeat(4_001) + "\",\"fields\""),
                        "/note",
                        "too-long"),
                new Bad(
                        MEAL.replace("\"fields\"", "\"present\":[" + "\"x\",".repeat(20) + "\"y\"],\"fields\""),
                        "/present",
                        "too-many"),
                new Bad(MEAL.replace("\"occurredAt\":\"2026-11-24T11:00:00+02:00\",", ""), "/occurredAt", "required"));
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    @DisplayName("refuses a bad event by field and rule, and stores nothing")
    void refusesABadEvent(Bad bad) {
        String path = open() + "/events";
        int before = records.events();
        HttpResponse<String> answer = post(path, bad.body());
        assertEquals(422, answer.statusCode(), answer.body());
        String error = "\"pointer\":\"" + bad.pointer() + "\",\"code\":\"" + bad.code() + "\"";
        assertTrue(answer.body().contains(error), error + " not in " + answer.body());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("cannot be given anything but one strict JSON object of at most 1 MB")
    void cannotBeGivenAnythingElse() {
        int before = records.events();
        for (String body : List.of(
                "",
                "[]",
                "null",
                "{",
                GOOD + "{}",
                "{\"facility\":\"A\",\"facility\":\"B\"}",
                "{\"a\":".repeat(50) + "1" + "}".repeat(50),
                "\u0000",
                "{'facility':1}",
                "{\"facility\":NaN}")) {
            HttpResponse<String> answer = post("/api/v1/records", body);
            assertEquals(400, answer.statusCode(), body + " " + answer.body());
        }
        assertEquals(
                413,
                post("/api/v1/records", "{\"note\":\"" + "x".repeat(10_000_000) + "\"}")
                        .statusCode());
        HttpResponse<String> form = client.send(to("/api/v1/records")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("facility=UA26-0007")));
        assertEquals(415, form.statusCode());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("refuses unknown filters by name")
    void refusesUnknownFilters() {
        HttpResponse<String> answer =
                client.send(to("/api/v1/records?surname=x&limit=0").GET());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("/surname") && answer.body().contains("/limit"));
    }

    @Test
    @DisplayName("refuses an unknown name even where it says nothing")
    void refusesAnUnknownNull() {
        String path = open() + "/events";
        for (String body : List.of(
                MEAL.replace("\"kind\"", "\"shoeSize\":null,\"kind\""),
                MEAL.replace("\"service\"", "\"shoeSize\":null,\"service\""))) {
            HttpResponse<String> answer = post(path, body);
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("shoeSize\",\"code\":\"unknown\""), answer.body());
        }
    }

    @Test
    @DisplayName("refuses filters that mean nothing, and says what would")
    void refusesMeaninglessFilters() {
        String record = open();
        for (String filter : List.of(
                "/api/v1/records?from=%2B999999999-12-31T00:00:00Z",
                "/api/v1/records?to=-999999999-01-01T00:00:00Z",
                "/api/v1/records?state=asleep",
                "/api/v1/records?purpose=curiosity",
                "/api/v1/records?cursor=abc",
                record + "/events?kind=no-such-kind",
                record + "/events?cursor=abc")) {
            HttpResponse<String> answer = client.send(to(filter).GET());
            assertEquals(422, answer.statusCode(), filter + answer.body());
            String name = filter.substring(filter.indexOf('?') + 1, filter.indexOf('='));
            assertTrue(answer.body().contains("\"pointer\":\"/" + name + "\""), answer.body());
            assertFalse(answer.body().contains("{options}"), answer.body());
        }
    }

    @Test
    @DisplayName("describes what a query may ask, and nothing that a query may not")
    void describesQueries() {
        String document = client.get("/v3/api-docs").body();
        JsonNode paths = JSON.readTree(document).path("paths");
        Set<String> search = new TreeSet<>();
        paths.path("/api/v1/records")
                .path("get")
                .path("parameters")
                .forEach(parameter -> search.add(parameter.path("name").asString()));
        assertEquals(Set.of("q", "state", "facility", "from", "to", "cursor", "limit", "purpose"), search);
        assertFalse(document.contains("\"name\":\"visit\""), "the document asks for what the program itself adds");
    }

    @Test
    @DisplayName("describes every kind in OpenAPI 3.1")
    void describesEveryKind() {
        String document = client.get("/v3/api-docs").body();
        assertTrue(document.contains("\"openapi\":\"3.1"));
        for (var kind : custody.record.catalogue.Catalogue.kinds()) {
            assertTrue(document.contains("\"Event-" + kind.name() + "\""), kind.name());
        }
    }

    @Test
    @DisplayName("names the header that is not as it must be, and its rule")
    void namesTheHeader() {
        String path = open() + "/events";
        int before = records.events();
        for (String[] header : new String[][] {
            {"If-Match", "3"},
            {"If-Match", "\"-1\""},
            {"If-Match", "W/\"3\""},
            {"Idempotency-Key", "k".repeat(201)},
            {"Idempotency-Key", "with space"}
        }) {
            HttpResponse<String> answer = post(path, MEAL, header);
            assertEquals(400, answer.statusCode(), answer.body());
            JsonNode problem = JSON.readTree(answer.body());
            assertTrue(problem.path("detail").asString().contains(header[0]), answer.body());
            JsonNode error = problem.path("errors").get(0);
            assertEquals(header[0], error.path("header").asString());
            assertEquals("format", error.path("code").asString());
            assertTrue(error.path("limits").has("form"), answer.body());
        }
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("says what may be asked instead of a wrong method")
    void saysWhatMayBeAsked() {
        HttpResponse<String> answer = client.send(to("/api/v1/whiteboard").DELETE());
        assertEquals(405, answer.statusCode());
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains("GET"));
    }
}
