package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.session.Tokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Written to the socket byte by byte: no client library sends such things. */
@DisplayName("A request that cannot be read")
@ExtendWith(OutputCaptureExtension.class)
class UnreadableTest extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 ([0-9]{3})(.*?)\r\n\r\n(.*)", Pattern.DOTALL);
    private static final String EVENT = "{\"kind\":\"meal\",\"occurredAt\":\"2026-11-24T11:00:00+02:00\"}";
    private static final String BOOKING = """
            {"facility":"UA26-0007","person":{"surname":"Вигаданий"},
             "apprehension":{"at":"2026-11-24T08:15:00+02:00","place":"вул. Уявна, 1","by":["1000002"]},
             "basis":{"kind":"cpc-208"}}""";

    @BeforeEach
    void token() {
        accounts.token(Tokens.digest("raw"), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
    }

    private record Answer(int status, String head, String body) {
        JsonNode problem() {
            assertTrue(head.contains("application/problem+json"), head + body);
            String json = body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
            JsonNode problem = JSON.readTree(json);
            assertEquals(status, problem.path("status").asInt(), body);
            return problem;
        }
    }

    private Answer raw(byte[] request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher answer = ANSWER.matcher(all);
            assertTrue(answer.matches(), all);
            tellsNothing(all);
            forbidsAll(all);
            return new Answer(Integer.parseInt(answer.group(1)), answer.group(2), answer.group(3));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void tellsNothing(String answer) {
        for (String secret : new String[] {"Tomcat", "HTTP Status", "Exception", "\tat ", "org.apache"}) {
            assertFalse(answer.contains(secret), answer);
        }
    }

    private static void forbidsAll(String answer) {
        for (String header : new String[] {"default-src 'none'", "X-Content-Type-Options: nosniff", "no-store"}) {
            assertTrue(answer.contains(header), header + " is not in " + answer);
        }
    }

    private Answer raw(String line, String... headers) {
        String head = line + "\r\nHost: localhost\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        return raw(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer post(byte[] body, String... headers) {
        return post("/api/v1/records/" + "0".repeat(8) + "/events", body, headers);
    }

    private Answer post(String path, byte[] body, String... headers) {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer raw\r\n"
                        + String.join("\r\n", headers) + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return raw(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/records/a%2Fb HTTP/1.1|400|address",
                "GET /api/v1/records/a%5Cb HTTP/1.1|400|address",
                "GET /api/v1/records/a%00b HTTP/1.1|400|address",
                "GET /api/v1/records/%zz HTTP/1.1|400|address",
                "GET /api/v1/records/%ff HTTP/1.1|400|address",
                "GET /api/v1/records/a%0Ab HTTP/1.1|400|address",
                "GET /api/v1/records;x=1 HTTP/1.1|400|address",
                "GET /api/v1/records?q=%zz HTTP/1.1|400|address",
                "GET /api/v1/records?q=%ff HTTP/1.1|400|address",
                "GET /api/v1/records/<x> HTTP/1.1|400|request line",
                "G(T /api/v1/records HTTP/1.1|400|request line",
                "GET /api/v1/records HTTP/9.9|505|request line",
                "CONNECT localhost:1 HTTP/1.1|501|request line",
                "FOO /api/v1/records HTTP/1.1|405|method",
                "TRACE /api/v1/records HTTP/1.1|405|method",
                "TRACE /ledger/x HTTP/1.1|405|method",
                "PUT /ledger/x HTTP/1.1|405|method",
                "DELETE /v3/api-docs HTTP/1.1|405|method",
                "GET /ledger/a%2Fb HTTP/1.1|400|address",
                "GET /v3/nothing HTTP/1.1|404|address"
            })
    @DisplayName("by its line is told which rule it broke, as a problem")
    void byItsLine(String line, int status, String rule) {
        Answer answer = raw(line);
        assertEquals(status, answer.status(), answer.body());
        assertTrue(answer.problem().path("detail").asString().contains(rule), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no header", "X-A: a\u0001b", "Host: other", "Content-Length: abc", "Transfer-Encoding: foo"})
    @DisplayName("by a header is told so, as a problem")
    void byAHeader(String header) {
        Answer answer = raw("POST /api/v1/records HTTP/1.1", header);
        assertTrue(answer.problem().path("detail").asString().contains("header"), answer.body());
    }

    @Test
    @DisplayName("because a header or a parameter's name is not in ASCII is told which, and is no fault")
    void becauseItIsNotAscii() {
        Answer key = post(
                "/api/v1/records",
                BOOKING.getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/json",
                "Idempotency-Key: \u00d0\u00ba\u00d0\u0087");
        assertEquals(400, key.status());
        assertEquals(
                "Idempotency-Key",
                key.problem().path("errors").get(0).path("header").asString());
        assertEquals(
                401,
                raw("GET /api/v1/whiteboard HTTP/1.1", "Authorization: Bearer \u00d1\u0082")
                        .status());
        Answer name = raw("GET /api/v1/whiteboard?%01=1 HTTP/1.1", "Authorization: Bearer raw");
        assertEquals(422, name.status(), name.body());
        assertEquals(
                "unknown", name.problem().path("errors").get(0).path("code").asString());
    }

    @Test
    @DisplayName("because it is too long is told the limit")
    void becauseItIsTooLong() {
        for (Answer answer : new Answer[] {
            raw("GET /api/v1/records?q=" + "x".repeat(20_000) + " HTTP/1.1"),
            raw("GET /api/v1/records HTTP/1.1", "X-Long: " + "x".repeat(20_000))
        }) {
            assertTrue(answer.status() == 400 || answer.status() == 414 || answer.status() == 431, answer.head());
            assertTrue(answer.problem().path("detail").asString().contains("16 kB"), answer.body());
        }
    }

    @Test
    @DisplayName("by a person gets a page in the house's style and language")
    void byAPerson() {
        for (String line : new String[] {"GET /records/a%2Fb HTTP/1.1", "GET /records/%ff HTTP/1.1"}) {
            Answer answer = raw(line, "Accept: text/html");
            assertEquals(400, answer.status());
            assertTrue(answer.head().contains("text/html"), answer.head());
            assertTrue(answer.head().contains("default-src 'none'"), answer.head());
            assertTrue(answer.body().contains("custody.css") && answer.body().contains("<h1"), answer.body());
        }
        Answer english = raw("GET /records/a%2Fb HTTP/1.1", "Accept: text/html", "Cookie: language=en");
        assertTrue(english.body().contains("The request cannot be read"), english.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    @DisplayName("cannot hold its body in another encoding than UTF-8")
    void cannotHoldAnotherEncoding(String charset) {
        Answer answer = post(EVENT.getBytes(Charset.forName(charset)), "Content-Type: application/json");
        assertEquals(400, answer.status());
        assertTrue(answer.problem().path("detail").asString().contains("UTF-8"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\":\"me\u00ffal\"}", "{\"a\":1,\"a\":1}", "[]", "", "{} x", "{\"n\":"})
    @DisplayName("because its body is none is told what a body is")
    void becauseOfItsBody(String body) {
        Answer answer = post(body.getBytes(StandardCharsets.ISO_8859_1), "Content-Type: application/json");
        assertEquals(400, answer.status());
        assertTrue(answer.problem().path("detail").asString().contains("one JSON object in UTF-8"), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: application/json;charset=utf-16|Content-Type",
                "Content-Type: application/json;charset=nope|Content-Type",
                "Content-Type: */*|Content-Type",
                "Content-Type: text/plain|Content-Type",
                "X-None: x|Content-Type"
            })
    @DisplayName("because of its content type is told which header and what it takes")
    void becauseOfItsType(String header, String named) {
        Answer answer = post(EVENT.getBytes(StandardCharsets.UTF_8), header);
        assertEquals(415, answer.status());
        JsonNode error = answer.problem().path("errors").get(0);
        assertEquals(named, error.path("header").asString());
        assertTrue(error.path("detail").asString().contains("application/json"), answer.body());
    }

    @Test
    @DisplayName("because its body is compressed is told so")
    void becauseItIsCompressed() {
        Answer answer = post(
                EVENT.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json", "Content-Encoding: gzip");
        assertEquals(415, answer.status());
        assertEquals(
                "Content-Encoding",
                answer.problem().path("errors").get(0).path("header").asString());
    }

    @Test
    @DisplayName("leaves nothing in the log of what was typed")
    void leavesNothingInTheLog(CapturedOutput output) {
        raw("GET /records?q=Canaryname%ff HTTP/1.1", "Accept: text/html");
        raw("GET /api/v1/records?q=Canaryname%zz HTTP/1.1");
        raw("GET /api/v1/Canaryname%2F HTTP/1.1");
        assertFalse(output.getAll().contains("Canaryname"), output.getAll());
    }
}
