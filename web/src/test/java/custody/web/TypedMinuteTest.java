package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Facilities;
import custody.record.events.Badge;
import custody.record.places.Facility;
import custody.web.house.House;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At an island whose clocks are 10 h 30 min ahead and were half an hour more ahead until that night, 02:00 came back as 01:30. */
@DisplayName("A minute typed into a form, where programs write seconds,")
class TypedMinuteTest extends ServerTest {
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final Instant NIGHT = Instant.parse("2026-04-04T15:20:50Z");

    @Autowired
    Facilities facilities;

    private Desk desk;
    private String path = "";

    @BeforeEach
    void atTheIsland() {
        Facility here = House.facility();
        facilities.put(new Facility(
                here.code(),
                here.nameUk(),
                here.nameEn(),
                here.region(),
                here.kind(),
                here.state(),
                LORD_HOWE,
                here.areaNorm(),
                here.serving(),
                here.rooms()));
        clock.set(NIGHT);
        accounts.token(Tokens.digest("desk"), new Badge("1000001"), NIGHT.plus(Duration.ofDays(1)));
        desk = Desk.of(port, "1000001");
        path = "/records/" + record();
    }

    @AfterEach
    void atHome() {
        facilities.put(House.facility());
    }

    private String record() {
        String body = """
                {"facility":"UA26-0007","person":{"surname":"Острівний"},
                 "apprehension":{"at":"2026-04-04T14:40:25Z","place":"пристань","by":["1000002"]},
                 "basis":{"kind":"cpc-208"},"delivery":{"at":"2026-04-04T14:50:35Z"}}""";
        HttpResponse<String> answer = api("/api/v1/records", body);
        return Desk.location(answer).replace("/api/v1/records/", "");
    }

    private HttpResponse<String> api(String to, String body) {
        HttpResponse<String> answer = desk.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + to))
                .header("Authorization", "Bearer desk")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertEquals(201, answer.statusCode(), answer.body());
        return answer;
    }

    private void checked(String at) {
        api("/api/v1" + path + "/events", """
                {"kind":"check-made","occurredAt":"%s","fields":{"seen":"спить"}}""".formatted(at));
    }

    private HttpResponse<String> typed(String form, String time, String offset, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("occurredAt.date", "05.04.2026");
        fields.put("occurredAt.time", time);
        fields.put("occurredAt.offset", offset);
        return desk.post(path + form, path + form, fields);
    }

    private String events() {
        return desk.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path + "/events"))
                        .header("Authorization", "Bearer desk"))
                .body();
    }

    @Test
    @DisplayName("can be that of the last check when somebody is released")
    void releases() {
        checked("2026-04-04T15:20:40.250Z");
        HttpResponse<String> answer = typed("/events/new/released", "01:50", "+10:30", Map.of());
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(events().contains("\"occurredAt\":\"2026-04-04T15:20:40.250Z\""), events());
        assertTrue(desk.get(path).body().contains("05.04.2026, 01:50"));
    }

    @Test
    @DisplayName("is still another minute where the clocks showed it twice and the earlier one was meant")
    void isAnotherMinute() {
        checked("2026-04-04T15:20:40Z");
        assertEquals(
                409, typed("/events/new/released", "01:50", "+11:00", Map.of()).statusCode());
    }

    @Test
    @DisplayName("can be that of the apprehension when a check is written, and of the delivery when that is corrected")
    void checksAndCorrects() {
        HttpResponse<String> check = typed("/events/new/check-made", "01:40", "+11:00", Map.of("fields.seen", "спить"));
        assertEquals(303, check.statusCode(), check.body());
        int entries = events().split("\"occurredAt\":\"2026-04-04T14:40:25Z\"", -1).length - 1;
        assertEquals(2, entries, "apprehension and check");
        String form = path + "/events/2/correct";
        Map<String, String> delivered = desk.filled(
                form,
                Map.of(
                        "reason", "інша година",
                        "occurredAt.date", "05.04.2026",
                        "occurredAt.time", "01:40",
                        "occurredAt.offset", "+11:00",
                        "fields.by", "1000002"));
        HttpResponse<String> review = desk.post(form, delivered);
        assertEquals(200, review.statusCode());
        delivered.put("confirm", DeskTest.shown(review));
        HttpResponse<String> answer = desk.post(form, delivered);
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(desk.get(path).body().contains("інша година"));
    }

    @Test
    @DisplayName("is taken once, however often the form is sent")
    void isTakenOnce() {
        checked("2026-04-04T15:20:40Z");
        Map<String, String> form = desk.filled(
                path + "/events/new/released",
                Map.of(
                        "occurredAt.date", "05.04.2026",
                        "occurredAt.time", "01:50",
                        "occurredAt.offset", "+10:30"));
        HttpResponse<String> first = desk.post(path + "/events/new/released", form);
        int after = records.events();
        clock.pass(Duration.ofSeconds(5));
        HttpResponse<String> second = desk.post(path + "/events/new/released", form);
        assertEquals(303, first.statusCode(), first.body());
        assertEquals(Desk.location(first), Desk.location(second));
        assertEquals(after, records.events());
    }
}
