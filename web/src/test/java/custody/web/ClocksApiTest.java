package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Reading;
import custody.record.events.Badge;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The clocks of a record")
class ClocksApiTest extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOOKING = """
            {"facility":"UA26-0007","person":{"surname":"Строковий"},
             "apprehension":{"at":"2026-11-24T10:00:00+02:00","place":"вул. Уявна, 1","by":["1000002"]},
             "basis":{"kind":"cpc-208"},"delivery":{"at":"2026-11-24T10:30:00+02:00"}}""";

    private Desk client;

    @BeforeEach
    void tokens() {
        client = new Desk(port);
        for (int badge = 1_000_001; badge <= 1_000_010; badge++) {
            accounts.token(
                    Tokens.digest("of-" + badge), new Badge(Integer.toString(badge)), MORNING.plus(Duration.ofDays(9)));
        }
    }

    private HttpRequest.Builder to(String badge, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer of-" + badge);
    }

    private HttpResponse<String> get(String badge, String path) {
        return client.send(to(badge, path).GET());
    }

    private HttpResponse<String> post(String path, String body) {
        return client.send(to("1000001", path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String open() {
        return Desk.location(post("/api/v1/records", BOOKING));
    }

    private static JsonNode clock(HttpResponse<String> answer, String rule) {
        assertEquals(200, answer.statusCode(), answer.body());
        for (JsonNode clock : JSON.readTree(answer.body()).path("clocks")) {
            if (clock.path("rule").asString().equals(rule)) {
                return clock;
            }
        }
        throw new AssertionError("no clock " + rule + " in " + answer.body());
    }

    @Test
    @DisplayName("say where they stand, by which law, and how that was computed")
    void sayWhereTheyStand() {
        HttpResponse<String> answer = get("1000001", open() + "/clocks");
        JsonNode board = JSON.readTree(answer.body());
        assertEquals("2024.4", board.at("/pack/version").asString());
        assertEquals(64, board.at("/pack/hash").asString().length());
        JsonNode maximum = clock(answer, "maximum");
        assertEquals("CPC 211(1)", maximum.path("provision").asString());
        assertEquals("CPC 211(1)", maximum.at("/proof/provision").asString());
        String ukrainian = client.send(to("1000001", open() + "/clocks")
                        .header("Accept-Language", "uk")
                        .GET())
                .body();
        assertTrue(ukrainian.contains("КПК 211(1)") && !ukrainian.contains("CPC"), ukrainian);
        assertEquals("running", maximum.path("state").asString());
        assertEquals("law", maximum.path("standing").asString());
        assertEquals("2026-11-24T08:00:00Z", maximum.path("startedAt").asString());
        assertEquals("2026-11-27T08:00:00Z", maximum.path("due").asString());
        assertTrue(maximum.path("metAt").isNull());
        assertEquals("PT2H", maximum.path("elapsed").asString());
        assertEquals("PT70H", maximum.path("remaining").asString());
        assertEquals("release", maximum.at("/demands/0").asString());
        assertEquals("apprehended", maximum.at("/proof/inputs/0/kind").asString());
        assertEquals("standard", clock(answer, "relatives").path("standing").asString());
        assertEquals("breached", clock(answer, "relatives").path("state").asString());
        assertEquals("PT-1H-30M", clock(answer, "relatives").path("remaining").asString());
    }

    @Test
    @DisplayName("can be asked for at any instant: what is recorded by now, judged then")
    void canBeAskedForAtAnyInstant() {
        String record = open();
        String at = record + "/clocks?at=2026-11-";
        assertEquals(
                "running",
                clock(get("1000001", at + "24T10:30:00%2B02:00"), "relatives")
                        .path("state")
                        .asString());
        assertEquals(
                "breached",
                clock(get("1000001", at + "24T10:30:00.001%2B02:00"), "relatives")
                        .path("state")
                        .asString());
        assertEquals(
                "running",
                clock(get("1000001", at + "27T08:00:00Z"), "maximum")
                        .path("state")
                        .asString());
        assertEquals(
                "breached",
                clock(get("1000001", at + "27T08:00:00.001Z"), "maximum")
                        .path("state")
                        .asString());
        String notice = """
                {"kind":"notice","occurredAt":"2026-11-24T10:20:00+02:00",
                 "fields":{"addressee":"relative","outcome":"reached"}}""";
        assertEquals(201, post(record + "/events", notice).statusCode());
        JsonNode met = clock(get("1000001", record + "/clocks"), "relatives");
        assertEquals("met", met.path("state").asString());
        assertEquals("2026-11-24T08:20:00Z", met.path("metAt").asString());
        JsonNode before = JSON.readTree(get("1000001", at + "24T07:59:59Z").body());
        assertEquals(0, before.path("clocks").size());
    }

    @Test
    @DisplayName("cannot be asked for at what is no instant, too far ahead, or with a filter that is not known")
    void cannotBeAskedForOtherwise() {
        String record = open();
        Map<String, String> wrong = Map.of(
                "at=24.11.2026", "format", "at=2127-11-24T10:00:00Z", "range", "until=2026-11-24T10:00:00Z", "unknown");
        wrong.forEach((query, code) -> {
            HttpResponse<String> answer = get("1000001", record + "/clocks?" + query);
            assertEquals(422, answer.statusCode(), query);
            assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        });
        String far = get("1000001", record + "/clocks?at=2127-11-24T10:00:00Z").body();
        assertTrue(far.contains("From 1900-01-01 to 2027-11-25T10:00:00Z"), far);
        assertEquals(404, get("1000001", "/api/v1/records/17/clocks").statusCode());
    }

    @Test
    @DisplayName("are for whoever may see clocks, on records they may see them of")
    void areForWhoeverMaySeeThem() {
        String record = open();
        for (String badge : List.of("1000001", "1000003", "1000005", "1000006", "1000008", "1000010")) {
            assertEquals(200, get(badge, record + "/clocks").statusCode(), badge);
            assertEquals(200, get(badge, record + "/tasks").statusCode(), badge);
        }
        // The officer who apprehended has handed over; the investigator and the advocate have nothing to do with the
        // case.
        for (String badge : List.of("1000002", "1000004", "1000007", "1000009")) {
            assertEquals(403, get(badge, record + "/clocks").statusCode(), badge);
            assertEquals(403, get(badge, record + "/tasks").statusCode(), badge);
        }
    }

    @Test
    @DisplayName("show an investigator of the case procedural times, and nothing of care or coercion")
    void showAnInvestigatorProceduralTimes() {
        String record = open();
        for (String event : List.of("""
                {"kind":"suspicion-notified","occurredAt":"2026-11-24T11:00:00+02:00","performedBy":["1000004"]}""", """
                {"kind":"handcuffs","occurredAt":"2026-11-24T10:35:00+02:00","fields":{"state":"on"}}""")) {
            assertEquals(201, post(record + "/events", event).statusCode());
        }
        HttpResponse<String> seen = get("1000004", record + "/clocks");
        assertEquals("running", clock(seen, "maximum").path("state").asString());
        assertFalse(seen.body().contains("\"handcuffs\""), seen.body());
        assertTrue(get("1000001", record + "/clocks").body().contains("\"handcuffs\""));
    }

    @Test
    @DisplayName("are shown only once the look is recorded")
    void areShownOnceTheLookIsRecorded() {
        String record = open();
        int before = records.looks().size();
        get("1000006", record + "/clocks?purpose=inspection");
        get("1000006", record + "/tasks");
        List<Reading> looks = records.looks().stream()
                .skip(before)
                .map(look -> look.reading())
                .toList();
        assertEquals(
                List.of("clocks", "tasks"), looks.stream().map(Reading::what).toList());
        assertEquals(Reading.Purpose.INSPECTION, looks.getFirst().purpose());
    }

    @Test
    @DisplayName("give tasks: the most urgent first, with the event that does each, and notices that failed")
    void giveTasks() {
        String record = open();
        String tried = """
                {"kind":"notice","occurredAt":"2026-11-24T10:20:00+02:00",
                 "fields":{"addressee":"relative","outcome":"attempted"}}""";
        post(record + "/events", tried);
        JsonNode tasks = JSON.readTree(get("1000001", record + "/tasks").body()).path("tasks");
        assertEquals("relatives", tasks.at("/0/rule").asString());
        assertEquals("notice", tasks.at("/0/kind").asString());
        assertEquals("relative", tasks.at("/0/fields/addressee").asString());
        assertTrue(tasks.at("/0/overdue").asBoolean());
        assertEquals("2026-11-24T08:20:00Z", tasks.at("/0/attempts/0").asString());
        assertTrue(tasks.at("/0/permitted").asBoolean());
        JsonNode others =
                JSON.readTree(get("1000006", record + "/tasks").body()).path("tasks");
        assertFalse(others.at("/0/permitted").asBoolean());
    }

    @Test
    @DisplayName("are judged by the law in force at the apprehension: the switch is exact")
    void areJudgedByTheLawInForceAtTheApprehension() {
        clock.set(MORNING.plus(Duration.ofDays(2)));
        Map.of("2026-11-24T23:59:59.999", "2024.4", "2026-11-25T00:00:00", "2026.12")
                .forEach((at, version) -> {
                    String body = BOOKING.replace("2026-11-24T10:00:00", at)
                            .replace("2026-11-24T10:30:00", "2026-11-25T01:00:00");
                    HttpResponse<String> answer =
                            get("1000001", Desk.location(post("/api/v1/records", body)) + "/clocks");
                    assertEquals(
                            version,
                            JSON.readTree(answer.body()).at("/pack/version").asString(),
                            at);
                });
    }

    @Test
    @DisplayName("are described with an example")
    void areDescribedWithAnExample() {
        String document = client.get("/v3/api-docs").body();
        for (String part :
                List.of("#/components/schemas/Clocks", "#/components/schemas/Tasks", "PT67H", "\"name\":\"at\"")) {
            assertTrue(document.contains(part), part);
        }
    }
}
