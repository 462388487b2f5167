package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A correction over the API")
class CorrectionRightsTest extends ApiServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";
    private static final List<String> BLANKS = List.of(" ", "   ", "\t", "\n", "\r\n", "\u2003");

    /** All of the house but the custody officer and the officer who apprehended the person. */
    private static final List<String> STRANGERS =
            IntStream.rangeClosed(3, 12).mapToObj(n -> "10000%02d".formatted(n)).toList();

    private String record;
    private String apprehension;

    @BeforeEach
    void openAndSignIn() {
        IntStream.rangeClosed(1, 12)
                .mapToObj(n -> "10000%02d".formatted(n))
                .forEach(badge -> accounts.token(
                        Tokens.digest("c-" + badge), new Badge(badge), MORNING.plus(Duration.ofDays(1))));
        record = open();
        apprehension = newest("apprehended");
    }

    /** The newest event of that kind, by its id. */
    private String newest(String kind) {
        JsonNode events = JSON.readTree(
                        client.send(to(record + "/events?kind=" + kind).GET()).body())
                .path("events");
        return events.get(events.size() - 1).path("id").asString();
    }

    private HttpResponse<String> correct(String badge, Object corrects) {
        return send(
                badge, Map.of("corrects", corrects, "reason", "інший час", "occurredAt", "2026-11-24T08:10:00+02:00"));
    }

    private HttpResponse<String> send(String badge, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "correction");
        body.put("occurredAt", "2026-11-24T12:00:00+02:00");
        body.put("fields", fields);
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + record + "/events"))
                .header("Authorization", "Bearer c-" + badge)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private void denied(String badge, Object corrects) {
        int before = records.events();
        HttpResponse<String> answer = correct(badge, corrects);
        assertEquals(403, answer.statusCode(), badge + " '" + corrects + "' " + answer.body());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("is denied to whoever may not correct, however the entry's id is written")
    void isDeniedHoweverTheIdIsWritten() {
        for (String badge : STRANGERS) {
            denied(badge, apprehension);
            for (String blank : BLANKS) {
                denied(badge, blank + apprehension);
                denied(badge, apprehension + blank);
                denied(badge, blank + apprehension + blank);
            }
        }
    }

    @Test
    @DisplayName("is denied to whoever may correct other kinds, but not this one")
    void isDeniedBeyondTheKindsOfARole() {
        assertEquals(201, post(record + "/events", MEAL).statusCode());
        String meal = newest("meal");
        for (String badge : List.of("1000003", "1000002")) {
            for (String blank : BLANKS) {
                denied(badge, blank + meal);
                denied(badge, meal + blank);
            }
        }
    }

    @Test
    @DisplayName("is denied to whoever may correct nothing, where it names no entry at all")
    void isDeniedWhereItNamesNothing() {
        for (String badge : List.of("1000004", "1000006", "1000007", "1000008", "1000009", "1000011", "1000012")) {
            for (Object nothing : List.of(NOWHERE, "", " ", "x", "{" + apprehension + "}", 7, List.of(apprehension))) {
                denied(badge, nothing);
            }
        }
    }

    @Test
    @DisplayName("is denied to an officer whom a complaint names, who would withdraw it")
    void isDeniedToTheNamed() {
        String complaint = MEAL.replace("meal", "complaint")
                .replace("\"service\":\"lunch\"", "\"text\":\"били\",\"about\":[\"1000001\"]");
        HttpResponse<String> written = post(record + "/events", complaint);
        assertEquals(201, written.statusCode(), written.body());
        String id = newest("complaint");
        for (String blank : List.of("", " ", "\t", "\n", "\u2003")) {
            int before = records.events();
            for (String corrects : List.of(id, blank + id, id + blank)) {
                HttpResponse<String> answer =
                        send("1000001", Map.of("corrects", corrects, "reason", "помилка", "withdrawn", true));
                assertEquals(403, answer.statusCode(), answer.body());
            }
            denied("1000001", blank + apprehension);
            denied("1000001", apprehension + blank);
            denied("1000001", blank + NOWHERE);
            assertEquals(before, records.events());
        }
    }

    @Test
    @DisplayName("is taken from whoever may, blanks or none, and says what is wrong with an id that is none")
    void isTakenFromWhoeverMay() {
        HttpResponse<String> taken = correct("1000001", " " + apprehension + "\u2003");
        assertEquals(201, taken.statusCode(), taken.body());
        int before = records.events();
        HttpResponse<String> nowhere = correct("1000001", NOWHERE);
        assertEquals(409, nowhere.statusCode(), nowhere.body());
        assertTrue(nowhere.body().contains("/problems/unknown-event"), nowhere.body());
        assertTrue(nowhere.body().contains("\"pointer\":\"/fields/corrects\""), nowhere.body());
        for (Object wrong : List.of("x", 7)) {
            HttpResponse<String> answer = correct("1000001", wrong);
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"pointer\":\"/fields/corrects\""), answer.body());
        }
        assertEquals(before, records.events());
    }
}
