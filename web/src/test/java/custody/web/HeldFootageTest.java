package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import custody.web.house.video.InMemoryVideo;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entry that says footage is held, and holds none, is found out when the footage is gone. */
@DisplayName("Footage held by an entry")
class HeldFootageTest extends ApiServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private InMemoryVideo video;

    private String record;
    private Desk desk;

    @BeforeEach
    void aRecordAndCameras() {
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "held-1", "CELL-1", PrivacyClass.NORMAL));
        video.cameras.add(InMemoryCameras.camera("UA26-0099", "held-2", "CELL-1", PrivacyClass.NORMAL));
        record = open();
        desk = Desk.of(port, "1000001");
    }

    @AfterEach
    void takeOut() {
        video.cameras.remove(new CameraId("held-1"), new Person("1000009"));
        video.cameras.remove(new CameraId("held-2"), new Person("1000009"));
    }

    private static String held(String camera, String from, String to) {
        return """
                {"kind":"footage-held","occurredAt":"2026-11-24T11:30:00+02:00","fields":{"cameras":["%s"],
                 "from":"2026-11-24T%s:00+02:00","to":"2026-11-24T%s:00+02:00","reason":"скарга"}}""".formatted(camera, from, to);
    }

    private void refused(HttpResponse<String> answer, int before, String pointer, String rule) {
        assertEquals(422, answer.statusCode(), answer.body());
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertEquals(1, errors.size(), answer.body());
        assertEquals(pointer, errors.get(0).path("pointer").asString(), answer.body());
        assertEquals(rule, errors.get(0).path("code").asString(), answer.body());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName(
            "is refused by the API where the span ends before it begins, or a camera is none of the facility, and stores nothing")
    void isRefusedByTheApi() {
        int before = records.events();
        refused(post(record + "/events", held("held-1", "10:00", "09:00")), before, "/fields/to", "order");
        refused(post(record + "/events", held("held-1", "10:00", "10:00")), before, "/fields/to", "order");
        for (String camera : new String[] {"held1", "held-2", "Камера у коридорі"}) {
            refused(post(record + "/events", held(camera, "09:00", "10:00")), before, "/fields/cameras", "not-found");
        }
        assertEquals(
                201,
                post(record + "/events", held(" held-1 ", "09:00", "10:00")).statusCode());
        assertEquals(201, post(record + "/events", held("", "09:00", "10:00")).statusCode(), "all cameras");
    }

    @Test
    @DisplayName("names a camera that was taken out, since its footage may be there")
    void namesACameraThatWasTakenOut() {
        video.cameras.remove(new CameraId("held-1"), new Person("1000009"));
        assertEquals(
                201, post(record + "/events", held("held-1", "09:00", "10:00")).statusCode());
    }

    private static Map<String, String> typed(String camera, String from, String to) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("occurredAt.date", "24.11.2026");
        typed.put("occurredAt.time", "11:30");
        typed.put("fields.cameras", camera);
        typed.put("fields.from.date", "24.11.2026");
        typed.put("fields.from.time", from);
        typed.put("fields.to.date", "24.11.2026");
        typed.put("fields.to.time", to);
        typed.put("fields.reason", "скарга");
        return typed;
    }

    @Test
    @DisplayName("is refused by the form at the field, which offers the cameras there are")
    void isRefusedByTheForm() {
        String form = record.replace("/api/v1", "") + "/events/new/footage-held";
        String page = desk.get(form).body();
        assertTrue(page.contains("value=\"held-1\"") && page.contains("Камера held-1"), page);
        assertTrue(!page.contains("held-2"), "a camera of elsewhere");
        int before = records.events();
        HttpResponse<String> backwards = desk.post(form, form, typed("held-1", "10:00", "09:00"));
        assertEquals(422, backwards.statusCode(), backwards.body());
        assertTrue(backwards.body().contains("href=\"#fields-to\""), backwards.body());
        HttpResponse<String> unknown = desk.post(form, form, typed("held1", "09:00", "10:00"));
        assertEquals(422, unknown.statusCode(), unknown.body());
        assertTrue(unknown.body().contains("href=\"#fields-cameras\""), unknown.body());
        assertEquals(before, records.events());
        assertEquals(
                303, desk.post(form, form, typed("held-1", "09:00", "10:00")).statusCode());
    }

    @Test
    @DisplayName("is not turned round by a correction, whether by API or by form")
    void isNotTurnedRoundByACorrection() {
        assertEquals(
                201, post(record + "/events", held("held-1", "09:00", "10:00")).statusCode());
        JsonNode events =
                JSON.readTree(client.send(to(record + "/events").GET()).body()).path("events");
        JsonNode last = events.get(events.size() - 1);
        int before = records.events();
        String correction = """
                {"kind":"correction","occurredAt":"2026-11-24T11:50:00+02:00","fields":{"corrects":"%s","reason":"помилка",
                 "fields":{"to":"2026-11-24T08:00:00+02:00"}}}""".formatted(last.path("id").asString());
        refused(post(record + "/events", correction), before, "/fields/fields/to", "order");
        String elsewhere = correction.replace("\"to\":\"2026-11-24T08:00:00+02:00\"", "\"cameras\":[\"held-2\"]");
        refused(post(record + "/events", elsewhere), before, "/fields/fields/cameras", "not-found");
        String form = record.replace("/api/v1", "") + "/events/"
                + last.path("version").asInt() + "/correct";
        String page = desk.get(form).body();
        assertTrue(page.matches("(?s).*value=\"held-1\"[^>]*checked.*"), page);
        Map<String, String> typed = typed("held-1", "09:00", "08:00");
        typed.put("reason", "помилка");
        Map<String, String> filled = desk.filled(form, typed);
        HttpResponse<String> shown = desk.post(form, filled);
        assertEquals(200, shown.statusCode(), shown.body());
        var confirm = java.util.regex.Pattern.compile("name=\"confirm\" value=\"([^\"]+)\"")
                .matcher(shown.body());
        assertTrue(confirm.find(), shown.body());
        filled.put("confirm", confirm.group(1));
        HttpResponse<String> answer = desk.post(form, filled);
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("href=\"#fields-to\""), answer.body());
        assertEquals(before, records.events());
    }
}
