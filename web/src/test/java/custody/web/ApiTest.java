package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The API")
class ApiTest extends ApiServerTest {
    private static final String MOVED =
            MEAL.replace("meal", "moved").replace("\"service\":\"lunch\"", "\"to\":\"INT-1\"");

    @Autowired
    private InMemoryFacilities facilities;

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
        return house.with(rooms);
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

    @Test
    @DisplayName("refuses in the domain's words, 409")
    void refusesInTheDomainsWords() {
        HttpResponse<String> answer = post(open() + "/events", MEAL.replace("T11:00", "T05:00"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("/problems/before-apprehension"), answer.body());
    }

    @Test
    @DisplayName("says nothing of a record, not even why it refuses, before the look at it is on disk")
    void saysNothingBeforeTheLook() {
        String path = open() + "/events";
        String early = MEAL.replace("T11:00", "T05:00");
        records.unnoted(true);
        try {
            for (String body : List.of(early, MEAL, MEAL.replace("lunch", "nothing"))) {
                HttpResponse<String> answer = post(path, body);
                assertEquals(503, answer.statusCode(), answer.body());
            }
        } finally {
            records.unnoted(false);
        }
        assertEquals(409, post(path, early).statusCode());
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
