package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Whoever is not allocated a cell, but comes into one all the same,")
class WaysIntoACellTest extends ApiServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CONFIRM = Pattern.compile("name=\"confirm\" value=\"([^\"]+)\"");

    @Autowired
    private InMemoryFacilities facilities;

    private Facility house;
    private String man;
    private String woman;

    @BeforeEach
    void twoCellsWithAManInOne() {
        house = facilities.find(House.FACILITY).orElseThrow();
        List<Room> rooms = new ArrayList<>(house.rooms());
        for (String code : List.of("CELL-7", "CELL-8")) {
            rooms.add(Room.of(new RoomCode(code), "Камера", Room.Kind.CELL, Room.Privacy.NORMAL, 2_400, 4));
        }
        facilities.put(house.with(rooms));
        man = open();
        assertEquals(
                201,
                post(man + "/events", entry("cell-allocated", "11:00", "\"cell\":\"CELL-8\""))
                        .statusCode());
        woman = Desk.location(post("/api/v1/records", GOOD.replace("\"male\"", "\"female\"")));
    }

    @AfterEach
    void asBefore() {
        for (String record : List.of(man, woman)) {
            assertEquals(
                    201,
                    post(record + "/events", entry("released", "12:00", "\"ground\":\"other\""))
                            .statusCode());
        }
        facilities.put(house);
    }

    private static String entry(String kind, String time, String fields) {
        return """
                {"kind":"%s","occurredAt":"2026-11-24T%s:00+02:00","fields":{%s}}""".formatted(kind, time, fields);
    }

    private void refused(String record, String body, int status, String pointer, String rule) {
        int before = records.events();
        HttpResponse<String> answer = post(record + "/events", body);
        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode json = JSON.readTree(answer.body());
        String problem = status == 409 ? "unsuitable-cell" : "invalid-input";
        assertEquals("/problems/" + problem, json.path("type").asString(), answer.body());
        assertEquals(pointer, json.path("errors").path(0).path("pointer").asString(), answer.body());
        assertEquals(rule, json.path("errors").path(0).path("code").asString(), answer.body());
        assertEquals(before, records.events());
    }

    private void taken(String record, String body) {
        HttpResponse<String> answer = post(record + "/events", body);
        assertEquals(201, answer.statusCode(), answer.body());
    }

    /** Id and version of the newest event. */
    private JsonNode newest(String record) {
        JsonNode events = JSON.readTree(
                        client.send(to(record + "/events?limit=100").GET()).body())
                .path("events");
        return events.get(events.size() - 1);
    }

    private static String correction(String id, String what) {
        return entry("correction", "11:50", "\"corrects\":\"%s\",\"reason\":\"помилка\",%s".formatted(id, what));
    }

    @Test
    @DisplayName("is judged there when moved, with a reason where something only stands against it")
    void isJudgedWhenMoved() {
        String now = "\"to\":\"CELL-8\",\"reason\":\"інших місць немає\"";
        refused(woman, entry("moved", "11:59", now), 409, "/fields/to", "choice");
        taken(woman, entry("moved", "11:10", "\"to\":\"INT-1\""));
        String convicted = Desk.location(post("/api/v1/records", GOOD.replace("cpc-208", "convicted")));
        refused(convicted, entry("moved", "11:10", "\"to\":\"CELL-8\""), 422, "/fields/reason", "required");
        taken(convicted, entry("moved", "11:10", "\"to\":\"CELL-8\",\"reason\":\"інших місць немає\""));
        taken(convicted, entry("released", "12:00", "\"ground\":\"other\""));
    }

    @Test
    @DisplayName("is not judged by a move written late, of a room that was left since")
    void isNotJudgedByALateMove() {
        taken(woman, entry("moved", "11:20", "\"to\":\"INT-1\""));
        taken(woman, entry("moved", "11:10", "\"to\":\"CELL-8\""));
    }

    @Test
    @DisplayName("was there when it is written afterwards: with a reason, whatever stands against it")
    void wasThereWhenItIsWrittenAfterwards() {
        refused(woman, entry("moved", "11:10", "\"to\":\"CELL-8\""), 422, "/fields/reason", "required");
        taken(woman, entry("moved", "11:10", "\"to\":\"CELL-8\",\"reason\":\"вузол не працював\""));
        taken(woman, entry("moved", "11:20", "\"to\":\"INT-1\""));
    }

    @Test
    @DisplayName("is back at once when a release by mistake is taken back, whoever was put there since")
    void isBackWhenAReleaseIsTakenBack() {
        taken(woman, entry("cell-allocated", "11:20", "\"cell\":\"CELL-7\""));
        taken(woman, entry("released", "11:30", "\"ground\":\"other\""));
        String released = newest(woman).path("id").asString();
        taken(man, entry("cell-allocated", "11:40", "\"cell\":\"CELL-7\""));
        taken(woman, correction(released, "\"withdrawn\":true"));
    }

    @Test
    @DisplayName("is told the field of what is corrected that lacks the reason")
    void isToldTheFieldOfWhatIsCorrected() {
        String convicted = Desk.location(post("/api/v1/records", GOOD.replace("cpc-208", "convicted")));
        taken(convicted, entry("cell-allocated", "11:10", "\"cell\":\"CELL-7\""));
        String allocated = newest(convicted).path("id").asString();
        taken(convicted, entry("moved", "11:20", "\"to\":\"INT-1\""));
        taken(man, entry("moved", "11:25", "\"to\":\"CELL-7\""));
        String last = "\"occurredAt\":\"2026-11-24T11:30:00+02:00\"";
        refused(convicted, correction(allocated, last), 422, "/fields/fields/separationReason", "required");
        taken(convicted, correction(allocated, last + ",\"fields\":{\"separationReason\":\"інших місць немає\"}"));
        taken(convicted, entry("released", "12:00", "\"ground\":\"other\""));
    }

    @Test
    @DisplayName("is judged when a correction puts somebody there: another room, or what came later taken back")
    void isJudgedByACorrection() {
        taken(woman, entry("cell-allocated", "11:20", "\"cell\":\"CELL-7\""));
        String allocated = newest(woman).path("id").asString();
        refused(woman, correction(allocated, "\"fields\":{\"cell\":\"CELL-8\"}"), 409, "/fields/fields/cell", "choice");
        taken(woman, entry("moved", "11:10", "\"to\":\"CELL-8\""));
        String moved = newest(woman).path("id").asString();
        refused(woman, correction(allocated, "\"withdrawn\":true"), 409, "/fields/withdrawn", "choice");
        String late = "\"occurredAt\":\"2026-11-24T11:30:00+02:00\"";
        refused(woman, correction(moved, late), 409, "/fields/occurredAt", "choice");
        taken(woman, correction(allocated, "\"fields\":{\"separationReason\":\"одна\"}"));
        taken(woman, correction(moved, "\"fields\":{\"to\":\"INT-1\"}"));
    }

    @Test
    @DisplayName("is judged by the form of a correction as by the API")
    void isJudgedByTheForm() {
        taken(woman, entry("moved", "11:20", "\"to\":\"INT-1\""));
        String form = woman.replace("/api/v1", "") + "/events/"
                + newest(woman).path("version").asInt() + "/correct";
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> typed = new LinkedHashMap<>(desk.filled(
                form,
                Map.of(
                        "occurredAt.date", "24.11.2026",
                        "occurredAt.time", "11:20",
                        "fields.to", "CELL-8",
                        "reason", "помилка")));
        HttpResponse<String> shown = desk.post(form, typed);
        Matcher confirm = CONFIRM.matcher(shown.body());
        assertTrue(confirm.find(), shown.body());
        typed.put("confirm", confirm.group(1));
        int before = records.events();
        HttpResponse<String> answer = desk.post(form, typed);
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("href=\"#fields-to\""), answer.body());
        assertEquals(before, records.events());
    }
}
