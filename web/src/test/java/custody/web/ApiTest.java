package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The API")
class ApiTest extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = """
            {"facility":"UA26-0007",
             "person":{"surname":"Вигаданий","givenName":"Степан","birthDate":"1990-01-31","sex":"male"},
             "apprehension":{"at":"2026-11-24T08:15:00+02:00","place":"вул. Уявна, 1","by":["1000002"]},
             "basis":{"kind":"cpc-208","offence":"185(3)"},
             "delivery":{"at":"2026-11-24T09:02:00+02:00"}}""";
    private static final String MEAL = """
            {"kind":"meal","occurredAt":"2026-11-24T11:00:00+02:00","fields":{"service":"lunch"}}""";

    private static final String MOVED =
            MEAL.replace("meal", "moved").replace("\"service\":\"lunch\"", "\"to\":\"INT-1\"");

    @Autowired
    private InMemoryFacilities facilities;

    private final String token = "token-of-the-custody-officer";
    private Desk client;

    @BeforeEach
    void tokens() {
        client = new Desk(port);
        accounts.token(Tokens.digest(token), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
        accounts.token(Tokens.digest("investigator"), new Badge("1000004"), MORNING.plus(Duration.ofDays(1)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    private String open() {
        HttpResponse<String> answer = post("/api/v1/records", GOOD);
        assertEquals(201, answer.statusCode(), answer.body());
        return Desk.location(answer);
    }

    @Test
    @DisplayName("opens a record and answers with its receipt")
    void opensARecord() {
        HttpResponse<String> answer = post("/api/v1/records", GOOD);
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("\"3\"", answer.headers().firstValue("ETag").orElse(""));
        for (String part :
                List.of("\"number\":\"UA26-0007/2026/", "\"version\":3", "\"leafHash\":", "\"state\":\"sealed\"")) {
            assertTrue(answer.body().contains(part), answer.body());
        }
        HttpResponse<String> read = client.send(to(Desk.location(answer)).GET());
        assertEquals(200, read.statusCode());
        assertTrue(read.body().contains("\"apprehendedAt\":\"2026-11-24T06:15:00Z\""), read.body());
    }

    @Test
    @DisplayName("adds an event, and nothing twice under one key")
    void addsNothingTwice() {
        String path = open() + "/events";
        HttpResponse<String> first = post(path, MEAL, "Idempotency-Key", "meal-1-" + path);
        int after = records.events();
        HttpResponse<String> second = post(path, MEAL, "Idempotency-Key", "meal-1-" + path);
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), second.body());
        assertEquals(after, records.events());
        HttpResponse<String> other = post(path, MEAL.replace("lunch", "dinner"), "Idempotency-Key", "meal-1-" + path);
        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("/problems/key-reused"));
    }

    @Test
    @DisplayName("answers a repeated request as the first time, though the cell has others in it by now")
    void repeatsACellOfBefore() {
        String man = open() + "/events";
        HttpResponse<String> woman = post("/api/v1/records", GOOD.replace("\"male\"", "\"female\""));
        Facility house = facilities.find(House.FACILITY).orElseThrow();
        facilities.put(withACellOfItsOwn(house));
        try {
            HttpResponse<String> first = post(man, cell("CELL-3"), "Idempotency-Key", "cell-" + man);
            assertEquals(201, first.statusCode(), first.body());
            assertEquals(201, post(man, MOVED).statusCode());
            HttpResponse<String> taken = post(Desk.location(woman) + "/events", cell("CELL-3"));
            assertEquals(201, taken.statusCode(), taken.body());
            HttpResponse<String> again = post(man, cell("CELL-3"), "Idempotency-Key", "cell-" + man);
            assertEquals(first.body(), again.body());
            HttpResponse<String> anew = post(man, cell("CELL-3"));
            assertEquals(409, anew.statusCode());
            assertTrue(anew.body().contains("/problems/unsuitable-cell"), anew.body());
        } finally {
            facilities.put(house);
        }
    }

    private static Facility withACellOfItsOwn(Facility house) {
        List<Room> rooms = new ArrayList<>(house.rooms());
        rooms.add(Room.of(new RoomCode("CELL-3"), "Камера 3", Room.Kind.CELL, Room.Privacy.NORMAL, 1_200, 2));
        return new Facility(
                house.code(),
                house.nameUk(),
                house.nameEn(),
                house.region(),
                house.kind(),
                house.state(),
                house.zone(),
                house.areaNorm(),
                house.serving(),
                rooms);
    }

    private static String cell(String code) {
        return MEAL.replace("meal", "cell-allocated")
                .replace("\"service\":\"lunch\"", "\"cell\":\"" + code + "\",\"separationReason\":\"до ранку\"");
    }

    @Test
    @DisplayName("cannot add over a version that has passed, and says what others wrote")
    void cannotAddOverAPassedVersion() {
        String path = open() + "/events";
        assertEquals(201, post(path, MEAL, "If-Match", "\"3\"").statusCode());
        HttpResponse<String> late = post(path, MEAL.replace("lunch", "dinner"), "If-Match", "\"3\"");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("/problems/version-conflict")
                && late.body().contains("\"kind\":\"meal\""));
    }

    @Test
    @DisplayName("pages lists with links")
    void pagesLists() {
        String path = open() + "/events";
        HttpResponse<String> page = client.send(to(path + "?limit=2").GET());
        String link = page.headers().firstValue("Link").orElse("");
        assertTrue(link.matches("<.*cursor=2>; rel=\"next\""), link);
        HttpResponse<String> last = client.send(to(path + "?limit=2&cursor=2").GET());
        assertTrue(last.headers().firstValue("Link").isEmpty());
        assertTrue(last.body().contains("\"registered\""), last.body());
    }

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
    @DisplayName("refuses in the domain's words, 409")
    void refusesInTheDomainsWords() {
        HttpResponse<String> answer = post(open() + "/events", MEAL.replace("T11:00", "T05:00"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("/problems/before-apprehension"), answer.body());
    }

    @Test
    @DisplayName("cannot be used without a token, with a wrong one, or with one that has expired")
    void cannotBeUsedWithoutAToken() {
        assertEquals(401, client.get("/api/v1/whiteboard").statusCode());
        clock.pass(Duration.ofDays(2));
        assertEquals(401, client.send(to("/api/v1/whiteboard").GET()).statusCode());
    }

    @Test
    @DisplayName("cannot show an investigator a record or the whiteboard, or let him write")
    void cannotServeAnInvestigator() {
        String path = open();
        for (String wish :
                List.of(path, path + "/events", path + "/receipts", "/api/v1/whiteboard", "/api/v1/records")) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + wish))
                            .header("Authorization", "Bearer investigator")
                            .GET());
            assertEquals(403, answer.statusCode(), wish);
            assertFalse(answer.body().contains("Вигаданий"), wish);
        }
    }

    @Test
    @DisplayName("finds nothing at an id that is none")
    void findsNothingAtABadId() {
        for (String id : List.of("1", "00000000-0000-0000-0000-000000000000", "'%20or%201=1")) {
            assertEquals(404, client.send(to("/api/v1/records/" + id).GET()).statusCode(), id);
        }
    }

    @Test
    @DisplayName("asks whoever sends too much to wait")
    void asksToWait() {
        HttpResponse<String> answer = null;
        for (int wish = 0; wish <= 60; wish++) {
            answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/whiteboard"))
                    .header("Authorization", "Bearer guessed-" + wish)
                    .GET());
        }
        assertEquals(429, answer == null ? 0 : answer.statusCode());
        assertTrue(answer != null && answer.headers().firstValue("Retry-After").isPresent());
        clock.pass(Duration.ofMinutes(1));
        assertEquals(401, client.get("/api/v1/whiteboard").statusCode());
    }

    @Test
    @DisplayName("records the purpose of a look, from the closed list")
    void recordsThePurpose() {
        String path = open();
        assertEquals(200, client.send(to(path + "?purpose=complaint").GET()).statusCode());
        assertEquals(
                custody.record.desk.Reading.Purpose.COMPLAINT,
                records.looks().getLast().reading().purpose());
        assertEquals(422, client.send(to(path + "?purpose=curiosity").GET()).statusCode());
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

    @Test
    @DisplayName("serves the ledger as static files that may be kept")
    void servesTheLedger() {
        String base = "/ledger/custody/UA26-0007/2/";
        assertEquals(200, client.get(base + "checkpoint").statusCode());
        HttpResponse<String> tile = client.get(base + "tile/0/000");
        assertEquals(200, tile.statusCode());
        assertTrue(tile.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(404, client.get(base + "tile/0/001").statusCode());
        assertEquals(404, client.get("/ledger/another/checkpoint").statusCode());
    }

    /** Whoever holds a receipt of before a restore checks it there. */
    @Test
    @DisplayName("serves the ledgers that this one continues too, each under its own key")
    void servesEarlierLedgers() {
        String base = "/ledger/custody/UA26-0007/1/";
        assertTrue(client.get(base + "checkpoint").body().startsWith("custody/UA26-0007/1\n"));
        assertTrue(client.get(base + "vkey").body().startsWith("custody/UA26-0007/1+"));
        assertEquals(200, client.get(base + "tile/0/000").statusCode());
        assertEquals(404, client.get("/ledger/custody/UA26-0007/3/checkpoint").statusCode());
        assertEquals(404, client.get("/ledger/custody/UA26-0007/1/").statusCode());
    }
}
