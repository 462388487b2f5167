package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import custody.node.demo.Desk.Answer;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps asking, held against a node that answers badly. */
class HttpDeskTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RecordId RECORD = RecordId.of("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-24T08:15:00Z");
    private static final String STORED = """
            {"id":"%s","number":"UA26-0007/2026/00001","version":%d,
             "receipts":[{"origin":"custody/UA26-0007/1","index":17,"leafHash":"aGFzaA=="}],"state":"recorded"}
            """;

    private final List<JsonNode> bodies = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private HttpServer server;
    private HttpDesk desk;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI node = URI.create("http://localhost:" + server.getAddress().getPort());
        desk = new HttpDesk(node, HttpClient.newHttpClient(), badge -> "token-of-" + badge, Duration.ofMillis(1_500));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void note(HttpExchange exchange) throws IOException {
        bodies.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Draft moved() {
        return new Draft(
                Facts.of("moved", "to", "KZ-1", "reason", "Розміщення"),
                new Occurrence(AT, null, Occurrence.Source.LIVE),
                List.of(DemoOfficers.DUTY),
                List.of("конвой"),
                new RoomCode("KZ-1"),
                null,
                null);
    }

    @Test
    void aBookingIsSentAsTheContractSays() {
        server.createContext("/api/v1/records", exchange -> {
            note(exchange);
            answer(exchange, 201, STORED.formatted(RECORD, 3));
        });
        Apprehended apprehended = (Apprehended) Facts.of(
                "apprehended",
                "person.description",
                "Чоловік у зеленій куртці",
                "place",
                "площа",
                "by",
                List.of(DemoOfficers.APPREHENDING),
                "basis",
                "cpc-208",
                "offence",
                "185(3)");
        Answer answer =
                desk.open(new Booking(apprehended, AT, AT.plusSeconds(60), List.of()), DemoOfficers.CUSTODY, "k-1");
        Answer.Stored stored = (Answer.Stored) answer;
        assertEquals(RECORD, stored.record());
        assertEquals(3, stored.version());
        assertEquals(17, stored.receipts().getFirst().index());
        JsonNode body = bodies.getFirst();
        assertEquals("UA26-0007", body.path("facility").asString());
        assertEquals(
                "Чоловік у зеленій куртці",
                body.at("/person/unknown/description").asString());
        assertEquals("площа", body.at("/apprehension/place").asString());
        assertEquals("1000002", body.at("/apprehension/by/0").asString());
        assertEquals("cpc-208", body.at("/basis/kind").asString());
        assertEquals("2026-11-24T08:16:00Z", body.at("/delivery/at").asString());
        assertEquals(List.of("Bearer token-of-1000001"), tokens);
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameKey() {
        AtomicInteger calls = new AtomicInteger();
        server.createContext("/api/v1/records/" + RECORD + "/events", exchange -> {
            note(exchange);
            switch (calls.incrementAndGet()) {
                case 1 -> exchange.close();
                case 2 -> answer(exchange, 503, "{\"type\":\"/problems/starting\"}");
                default -> answer(exchange, 201, STORED.formatted(RECORD, 9));
            }
        });
        Answer answer = desk.add(RECORD, moved(), DemoOfficers.DUTY, "k-2");
        assertEquals(9, ((Answer.Stored) answer).version());
        assertEquals(RECORD.toString(), desk.event(RECORD, 9).toString());
        assertTrue(keys.size() >= 3, keys.toString());
        assertEquals(List.of("k-2"), keys.stream().distinct().toList());
        JsonNode body = bodies.getLast();
        assertEquals("moved", body.path("kind").asString());
        assertEquals("KZ-1", body.at("/fields/to").asString());
        assertEquals("1000010", body.at("/performedBy/0").asString());
    }

    @Test
    void aRefusalNamesTheRuleAndNotWhatWasTyped() {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        422,
                        "{\"type\":\"/problems/invalid\",\"errors\":[{\"pointer\":\"/fields/to\",\"code\":\"format\","
                                + "\"detail\":\"Зорепад\"}]}"));
        Answer answer = desk.add(RECORD, moved(), DemoOfficers.DUTY, "k-3");
        assertEquals(new Answer.Refused("422 /problems/invalid /fields/to format"), answer);
    }

    @Test
    void anIdIsLookedUpByVersion() {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"events\":[{\"id\":\"00000000-0000-4000-8000-0000000000aa\",\"version\":2}]}"));
        assertEquals(
                "00000000-0000-4000-8000-0000000000aa", desk.event(RECORD, 2).toString());
    }

    @Test
    void aNodeThatStaysSilentEndsThePatience() {
        server.stop(0);
        assertThrows(HttpDesk.NodeSilent.class, () -> desk.add(RECORD, moved(), DemoOfficers.DUTY, "k-4"));
    }
}
