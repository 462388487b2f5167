package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.house.House;
import custody.web.house.InMemoryMartialLaw;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Martial law")
class MartialLawTest extends ServerTest {
    private static final String PATH = "/api/v1/facilities/UA26-0007/martial-law";

    @Autowired
    InMemoryMartialLaw declared;

    @BeforeEach
    void tokens() {
        accounts.token(Tokens.digest("administrator"), new Badge("1000009"), MORNING.plus(Duration.ofDays(1)));
        accounts.token(Tokens.digest("desk"), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
    }

    private HttpResponse<String> api(String token, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return new Desk(port).send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String inForce(boolean inForce) {
        return """
                {"inForce":%s,"from":"2026-03-01T00:00:00Z","authority":"Указ"}""".formatted(inForce);
    }

    @Test
    @DisplayName("is not declared a second time by a retry, though somebody else declared meanwhile")
    void isNotDeclaredByARetry() {
        accounts.token(Tokens.digest("department"), new Badge("1000012"), MORNING.plus(Duration.ofDays(1)));
        HttpResponse<String> first = api("administrator", PATH, inForce(true), "Idempotency-Key", "k1");
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(
                201,
                api("department", PATH, inForce(false), "Idempotency-Key", "k1").statusCode());
        int size = declared.of(House.FACILITY).size();
        HttpResponse<String> again = api("administrator", PATH, inForce(true), "Idempotency-Key", "k1");
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        assertEquals(size, declared.of(House.FACILITY).size());
        assertEquals(false, declared.of(House.FACILITY).getLast().inForce());
        HttpResponse<String> other = api("administrator", PATH, inForce(false), "Idempotency-Key", "k1");
        assertEquals(409, other.statusCode(), other.body());
        assertTrue(other.body().contains("/problems/key-reused"), other.body());
        HttpResponse<String> bad = api("administrator", PATH, inForce(true), "Idempotency-Key", "with space");
        assertEquals(400, bad.statusCode(), bad.body());
        assertTrue(bad.body().contains("\"header\":\"Idempotency-Key\""), bad.body());
        assertEquals(size, declared.of(House.FACILITY).size());
    }

    @Test
    @DisplayName("is declared once by a double click on the page, and other content under the same form is not taken")
    void isDeclaredOnceByADoubleClick() {
        Desk desk = Desk.of(port, "1000009");
        Map<String, String> form = new HashMap<>(desk.filled(
                "/admin/martial-law",
                Map.of("state", "in-force", "from.date", "24.02.2022", "from.time", "05:30", "authority", "Указ")));
        int before = declared.of(House.FACILITY).size();
        assertEquals(303, desk.post("/admin/martial-law", form).statusCode());
        assertEquals(201, api("administrator", PATH, inForce(false)).statusCode());
        assertEquals(303, desk.post("/admin/martial-law", form).statusCode());
        assertEquals(before + 2, declared.of(House.FACILITY).size());
        form.put("state", "ended");
        HttpResponse<String> other = desk.post("/admin/martial-law", form);
        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("Цю форму вже надіслано з іншими відомостями"), other.body());
        assertEquals(before + 2, declared.of(House.FACILITY).size());
    }

    @Test
    @DisplayName("is declared on a page, with its validity and the act that says so")
    void isDeclaredOnAPage() {
        Desk desk = Desk.of(port, "1000009");
        int before = declared.of(House.FACILITY).size();
        HttpResponse<String> answer = desk.post(
                "/admin/martial-law",
                "/admin/martial-law",
                Map.of(
                        "state", "in-force",
                        "from.date", "24.02.2022",
                        "from.time", "05:30",
                        "authority", "Указ № 64/2022"));
        assertEquals(303, answer.statusCode());
        assertEquals(before + 1, declared.of(House.FACILITY).size());
        assertEquals(
                "2022-02-24T03:30:00Z",
                declared.of(House.FACILITY).getLast().from().toString());
        assertTrue(desk.get("/admin/martial-law").body().contains("Указ № 64/2022"));
    }

    @Test
    @DisplayName("cannot be declared without a beginning, with an end before it, or without the act")
    void cannotBeDeclaredBadly() {
        Desk desk = Desk.of(port, "1000009");
        int before = declared.of(House.FACILITY).size();
        Map<String, String> bad =
                Map.of("from.date", "24.02.2022", "from.time", "05:30", "to.date", "23.02.2022", "to.time", "1:00");
        String page = desk.post("/admin/martial-law", "/admin/martial-law", bad).body();
        assertTrue(page.contains("#state") && page.contains("#to") && page.contains("#authority"), page);
        HttpResponse<String> answer = api("administrator", PATH, "{\"inForce\":\"yes\",\"since\":1}");
        assertEquals(422, answer.statusCode());
        String said = answer.body();
        assertTrue(said.contains("/inForce") && said.contains("/from") && said.contains("/since"), said);
        String backwards = """
                {"inForce":true,"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z","authority":"Указ"}""";
        String told = api("administrator", PATH, backwards).body();
        assertTrue(told.contains("Not earlier than 2026-01-02T00:00:00Z"), told);
        for (String nothing : List.of("null", "{}", "[]", "0", "false")) {
            String hidden = "{\"inForce\":true,\"from\":\"2026-01-02T00:00:00Z\",\"authority\":\"Указ\",\"since\":"
                    + nothing + "}";
            HttpResponse<String> refused = api("administrator", PATH, hidden);
            assertEquals(422, refused.statusCode(), nothing);
            assertTrue(refused.body().contains("\"pointer\":\"/since\",\"code\":\"unknown\""), refused.body());
        }
        assertEquals(before, declared.of(House.FACILITY).size());
    }

    @Test
    @DisplayName("is declared over the API, twice the same once, and not by whoever has no such right")
    void isDeclaredOverTheApi() {
        String body = """
                {"inForce":true,"from":"2026-01-01T00:00:00+02:00","to":"2026-12-31T00:00:00+02:00","authority":"Указ"}""";
        assertEquals(201, api("administrator", PATH, body).statusCode());
        int size = declared.of(House.FACILITY).size();
        assertEquals(201, api("administrator", PATH, body).statusCode());
        assertEquals(size, declared.of(House.FACILITY).size());
        assertEquals(403, api("desk", PATH, body).statusCode());
        assertEquals(
                404,
                api("administrator", "/api/v1/facilities/UA99-9999/martial-law", body)
                        .statusCode());
        assertEquals(403, Desk.of(port, "1000001").get("/admin/martial-law").statusCode());
    }

    @Test
    @DisplayName("cannot be declared for a time no database knows, nor by an act that holds control characters")
    void cannotBeDeclaredForNoTime() {
        int before = declared.of(House.FACILITY).size();
        for (String[] wrong : new String[][] {
            {"+999999999-12-31T23:59:59Z", "Указ", "/from", "range"},
            {"-99999999-01-01T00:00:00Z", "Указ", "/from", "range"},
            {"2026-01-01T00:00:00Z", "Указ\\u0000", "/authority", "characters"},
            {"2026-01-01T00:00:00Z", "Указ\\ud800", "/authority", "characters"}
        }) {
            String body = "{\"inForce\":true,\"from\":\"%s\",\"authority\":\"%s\"}".formatted(wrong[0], wrong[1]);
            HttpResponse<String> answer = api("administrator", PATH, body);
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains(wrong[2]) && answer.body().contains(wrong[3]), answer.body());
        }
        Map<String, String> typed =
                Map.of("state", "in-force", "from.date", "01.01.1850", "from.time", "05:30", "authority", "a\u0000b");
        String page = Desk.of(port, "1000009")
                .post("/admin/martial-law", "/admin/martial-law", typed)
                .body();
        assertTrue(page.contains("#from") && page.contains("#authority"), page);
        assertEquals(before, declared.of(House.FACILITY).size());
    }
}
