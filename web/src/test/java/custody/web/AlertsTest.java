package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlert.Kind;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.desk.WaitingMessage;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.ComplaintFact;
import custody.record.events.EventId;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.house.InMemoryAlerts;
import custody.web.house.InMemoryCameraAlarms;
import custody.web.house.InMemoryChannels;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Alerts")
class AlertsTest extends ServerTest {
    private static final EventId BREACH = new EventId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final EventId WARNING = new EventId(UUID.fromString("00000000-0000-4000-8000-000000000002"));

    private static final UUID CAMERA = UUID.fromString("00000000-0000-4000-8000-000000000003");

    @Autowired
    InMemoryAlerts alerts;

    @Autowired
    InMemoryCameraAlarms cameraAlarms;

    @Autowired
    InMemoryChannels channels;

    private RecordId record = new RecordId(new UUID(0, 0));

    @BeforeEach
    void raise() {
        alerts.clear();
        channels.reach();
        cameraAlarms.clear();
        record = BusyMorning.play(records, clock);
        alerts.put(alert(WARNING, Kind.WARNING, 75, null));
        alerts.put(alert(BREACH, Kind.BREACH, 100, null));
        accounts.token(Tokens.digest("desk"), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
        accounts.token(Tokens.digest("medic"), new Badge("1000003"), MORNING.plus(Duration.ofDays(1)));
    }

    private RaisedAlert alert(EventId event, Kind kind, int percent, @Nullable Badge by) {
        Instant due = MORNING.minus(Duration.ofMinutes(20));
        return new RaisedAlert(
                event,
                record,
                new RecordNumber(House.FACILITY, 2026, 1),
                kind,
                "relatives",
                "КПК 213(1)",
                due,
                percent,
                null,
                due,
                due,
                Rung.HEAD_OF_FACILITY,
                null,
                by,
                by == null ? null : MORNING);
    }

    private HttpResponse<String> api(String token, String method, String path, String body) {
        return new Desk(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    @DisplayName("are listed the most severe first, with article, rung, record and whoever took note")
    void areListed() {
        alerts.put(new WaitingMessage(
                BREACH,
                new RecordNumber(House.FACILITY, 2026, 1),
                null,
                "email",
                Rung.HEAD_OF_FACILITY,
                MORNING,
                3,
                1,
                "unreachable",
                MORNING.plusSeconds(20)));
        String page = Desk.of(port, "1000001").get("/alerts").body();
        int breach = page.indexOf("/alerts/" + BREACH);
        int warning = page.indexOf("/alerts/" + WARNING);
        assertTrue(breach > 0 && warning > breach, page);
        assertTrue(page.contains("КПК 213(1)"));
        assertTrue(page.contains("Начальник підрозділу"));
        assertTrue(page.contains("/records/" + record));
        assertTrue(page.contains("немає з’єднання"));
        assertTrue(page.contains("адрес, що отримали: 1"), "who has it already is not asked about");
        assertFalse(page.contains("Вигаданий"), "an alert names nobody");
        assertEquals("alerts", alerts.looks().getLast().what());
    }

    @Test
    @DisplayName(
            "say where they climbed, and that nobody was reached there until a message arrives or a screen there shows them")
    void sayWhomNobodyReached() {
        channels.reach(Rung.CUSTODY_OFFICER, Rung.HEAD_OF_FACILITY);
        Desk desk = Desk.of(port, "1000001");
        String page = desk.get("/alerts").body();
        assertTrue(page.contains("Дійшло до щабля: Начальник підрозділу · <strong>там ще нікого не сповіщено"), page);
        assertEquals(2, silent(page), "both, though the custody officer looks");
        assertTrue(page.contains("Жоден канал не досягає таких щаблів: Область, Департамент, Прокурор."), page);
        assertTrue(page.contains("Усі повідомлення доставлено."), page);
        String json = api("desk", "GET", "/api/v1/alerts", "").body();
        assertTrue(json.contains("\"channels\":[\"email\"]"), json);
        assertTrue(json.contains("\"rungsWithoutChannel\":[\"region\",\"department\",\"prosecutor\"]"), json);
        assertEquals(3, json.split("\"rung\":\"head-of-facility\",\"nobodyReached\":true", -1).length, json);
        alerts.arrived(WARNING, Rung.HEAD_OF_FACILITY);
        assertEquals(1, silent(desk.get("/alerts").body()));
        assertTrue(Desk.of(port, "1000005").get("/live/unheeded").body().contains(BREACH.toString()));
        assertEquals(0, silent(desk.get("/alerts").body()), "the head's screen rang");
        assertFalse(api("desk", "GET", "/api/v1/alerts", "").body().contains("nobodyReached"));
    }

    private static int silent(String page) {
        return page.split("там ще нікого не сповіщено", -1).length - 1;
    }

    @Test
    @DisplayName("have reached whoever stands on their rung and looks at the page of alerts")
    void haveReachedWhoeverLooks() {
        assertEquals(2, silent(Desk.of(port, "1000001").get("/alerts").body()));
        assertEquals(0, silent(Desk.of(port, "1000005").get("/alerts").body()));
    }

    @Test
    @DisplayName("leave by no channel where none is set up, and the page says so instead of that all has arrived")
    void leaveByNoChannel() {
        String page = Desk.of(port, "1000001").get("/alerts").body();
        assertTrue(page.contains("Жодного каналу не налаштовано"), page);
        assertFalse(page.contains("Усі повідомлення доставлено"), page);
        assertTrue(api("desk", "GET", "/api/v1/alerts", "").body().contains("\"channels\":[]"));
    }

    private void cameraIsCovered(@Nullable Instant settled) {
        Instant since = MORNING.minus(Duration.ofMinutes(3));
        cameraAlarms.put(new CameraAlarm(
                CAMERA,
                House.FACILITY,
                "cell-1",
                "Камера у кімнаті 1",
                "CELL-1",
                "covered",
                since,
                since.plusSeconds(8),
                Rung.CUSTODY_OFFICER,
                settled,
                null,
                null));
    }

    @Test
    @DisplayName("about cameras are listed, rung for and acknowledged by name like those about records")
    void aboutCameras() {
        cameraIsCovered(null);
        Desk desk = Desk.of(port, "1000001");
        String page = desk.get("/alerts").body();
        assertTrue(page.contains("Камера у кімнаті 1: об’єктив закрито"), page);
        assertTrue(page.contains("/video/cell-1"));
        String unheeded = desk.get("/live/unheeded").body();
        assertTrue(unheeded.contains(CAMERA.toString()) && unheeded.contains(BREACH.toString()), unheeded);
        assertFalse(Desk.of(port, "1000006").get("/live/unheeded").body().contains(CAMERA.toString()), "not yet his");
        String notice = desk.get("/live/notices?events=" + CAMERA).body();
        assertTrue(notice.contains("role=\"alert\"") && notice.contains("об’єктив закрито"), notice);
        String path = "/alerts/cameras/" + CAMERA + "/acknowledge";
        assertEquals(403, Desk.of(port, "1000003").post("/help", path, Map.of()).statusCode());
        assertEquals("/alerts", Desk.location(desk.post("/alerts", path, Map.of())));
        assertFalse(desk.get("/live/unheeded").body().contains(CAMERA.toString()));
        assertTrue(desk.get("/alerts").body().contains("Коваленко Ірина Петрівна 1000001"));
        assertFalse(desk.get("/alerts").body().contains(path));
        String json = api("desk", "GET", "/api/v1/alerts", "").body();
        assertTrue(json.contains("\"trouble\":\"covered\"") && json.contains("\"state\":\"lasting\""), json);
        String answer = "/api/v1/alerts/cameras/" + CAMERA + "/acknowledgement";
        assertEquals(200, api("desk", "POST", answer, "").statusCode(), "said again by the same officer");
        accounts.token(Tokens.digest("head"), new Badge("1000005"), MORNING.plus(Duration.ofDays(1)));
        assertEquals(409, api("head", "POST", answer, "").statusCode());
        assertEquals(403, api("medic", "POST", answer, "").statusCode());
        cameraIsCovered(MORNING);
        assertTrue(desk.get("/alerts").body().contains("знову справна"));
        assertFalse(desk.get("/live/notices?events=" + CAMERA).body().contains("об’єктив закрито"));
    }

    @Test
    @DisplayName("are acknowledged by name, once")
    void areAcknowledged() {
        Desk desk = Desk.of(port, "1000001");
        HttpResponse<String> answer = desk.post("/alerts", "/alerts/" + BREACH + "/acknowledge", Map.of());
        assertEquals(303, answer.statusCode());
        assertEquals("/alerts?record=" + record + "#of-" + record, Desk.location(answer));
        alerts.put(alert(BREACH, Kind.BREACH, 100, new Badge("1000001")));
        String page = desk.get("/alerts").body();
        assertTrue(page.contains("Коваленко Ірина Петрівна 1000001"));
        assertFalse(page.contains("/alerts/" + BREACH + "/acknowledge"));
        assertEquals(
                409,
                api("desk", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{}")
                        .statusCode());
    }

    @Test
    @DisplayName("cannot be acknowledged with a note that could not be read back")
    void cannotBeAcknowledgedUnreadably() {
        for (String note : new String[] {"a\\u0000b", "a\\ud800", "\\u202ea"}) {
            HttpResponse<String> answer =
                    api("desk", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{\"note\":\"" + note + "\"}");
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"/note\"") && answer.body().contains("characters"), answer.body());
        }
    }

    @Test
    @DisplayName("cannot be acknowledged without the form's token, or by whoever has no such right")
    void cannotBeAcknowledgedByOthers() {
        Desk desk = Desk.of(port, "1000001");
        assertEquals(
                403,
                desk.post("/alerts/" + BREACH + "/acknowledge", Map.of("_csrf", "forged"))
                        .statusCode());
        assertEquals(403, Desk.of(port, "1000003").get("/alerts").statusCode());
        assertEquals(403, api("medic", "GET", "/api/v1/alerts", "").statusCode());
        assertEquals(
                403,
                api("medic", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{}")
                        .statusCode());
        assertEquals(
                404,
                api("desk", "POST", "/api/v1/alerts/nothing/acknowledgement", "{}")
                        .statusCode());
    }

    @Test
    @DisplayName("about a record are silenced by nobody whom a complaint there names")
    void cannotBeSilencedByTheNamed() {
        Badge named = new Badge("1000001");
        record = RecordId.of(Booking.made(Desk.of(port, "1000001")).replace("/records/", ""));
        alerts.put(alert(BREACH, Kind.BREACH, 100, null));
        var complaint = new ComplaintFact.Complaint("били", null, List.of(named), null);
        var _ = records.addBySystem(
                record,
                Draft.of(complaint, new Occurrence(MORNING, null, Occurrence.Source.LIVE)),
                new Writer(new Badge("1000005"), null));
        assertEquals(
                403,
                Desk.of(port, "1000001")
                        .post("/alerts", "/alerts/" + BREACH + "/acknowledge", Map.of())
                        .statusCode());
        assertEquals(
                403,
                api("desk", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{}")
                        .statusCode());
    }

    @Test
    @DisplayName("are listed by the API, and unknown members of an acknowledgement are named")
    void areListedByTheApi() {
        String json = api("desk", "GET", "/api/v1/alerts", "").body();
        assertTrue(json.contains("\"kind\":\"breach\"") && json.contains("\"rung\":\"head-of-facility\""), json);
        assertTrue(json.contains("\"undelivered\":[]"), json);
        HttpResponse<String> wrong =
                api("desk", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{\"notes\":\"x\"}");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("/notes"));
    }

    @Test
    @DisplayName("cannot be acknowledged with a name that nobody knows, whatever it says")
    void cannotBeAcknowledgedWithAnUnknownName() {
        cameraIsCovered(null);
        for (String nothing : List.of("null", "{}", "[]", "0", "false", "\"\"")) {
            for (String path : List.of(BREACH.toString(), "cameras/" + CAMERA)) {
                HttpResponse<String> answer = api(
                        "desk", "POST", "/api/v1/alerts/" + path + "/acknowledgement", "{\"notes\":" + nothing + "}");
                assertEquals(422, answer.statusCode(), path + " " + nothing);
                assertTrue(answer.body().contains("\"pointer\":\"/notes\",\"code\":\"unknown\""), answer.body());
            }
        }
        assertEquals(
                422,
                api("desk", "POST", "/api/v1/alerts/" + BREACH + "/acknowledgement", "{\"note\":0}")
                        .statusCode());
        assertEquals(
                400,
                api("desk", "POST", "/api/v1/alerts/cameras/" + CAMERA + "/acknowledgement", "[]")
                        .statusCode());
    }

    @Test
    @DisplayName("stand by record: what presses is open, questions are folded, and opened again for whoever comes back")
    void standByRecord() {
        RecordId other = new RecordId(new UUID(0, 17));
        for (int place = 0; place < 30; place++) {
            alerts.put(question(new EventId(new UUID(1, place)), place < 2 ? record : other));
        }
        Desk desk = Desk.of(port, "1000001");
        String page = desk.get("/alerts").body();
        assertTrue(page.contains("Питання: 30"), page);
        int own = page.indexOf("id=\"of-" + record + "\"");
        int folded = page.indexOf("id=\"fold-" + record + "\"");
        int others = page.indexOf("id=\"fold-" + other + "\"");
        assertTrue(own > 0 && folded > own && others > folded, "the record with the broken law first");
        assertTrue(page.indexOf("/alerts/" + BREACH) > own && page.indexOf("/alerts/" + BREACH) < folded, page);
        assertTrue(page.indexOf("/alerts/" + WARNING) < folded, "a warning is not folded away");
        assertTrue(page.contains("Питання: 2") && page.contains("Питання: 28"), page);
        assertFalse(page.contains("details\" open"), page);
        assertEquals(1, page.split("id=\"of-" + other + "\"", -1).length - 1, "one group a record");
        HttpResponse<String> answer =
                desk.post("/alerts", "/alerts/" + new EventId(new UUID(1, 20)) + "/acknowledge", Map.of());
        assertEquals("/alerts?record=" + other + "#of-" + other, Desk.location(answer));
        String again = desk.get("/alerts?record=" + other).body();
        String fold = again.substring(again.indexOf("id=\"fold-" + other));
        assertTrue(fold.substring(0, fold.indexOf('>')).contains("open"), fold.substring(0, 200));
    }

    private static RaisedAlert question(EventId event, RecordId about) {
        Instant at = MORNING.minus(Duration.ofMinutes(5));
        return new RaisedAlert(
                event,
                about,
                new RecordNumber(House.FACILITY, 2026, about.value().getLeastSignificantBits() == 17 ? 17 : 1),
                Kind.QUESTION,
                "late-entry",
                null,
                null,
                0,
                null,
                at,
                at,
                Rung.CUSTODY_OFFICER,
                null,
                null,
                null);
    }

    @Test
    @DisplayName("lead to the form that does it with what is known filled in, and back")
    void leadToTheForm() {
        Desk desk = Desk.of(port, "1000001");
        String page = desk.get("/alerts").body();
        String way = "/records/" + record + "/tasks/relatives?back=alerts";
        assertTrue(page.contains("href=\"" + way + "\""), page);
        HttpResponse<String> lead = desk.get("/records/" + record + "/tasks/legal-aid-again?back=alerts");
        assertEquals(303, lead.statusCode(), lead.body());
        assertEquals("/records/" + record + "#tasks", Desk.location(lead), "nothing is asked now");
        assertFalse(Desk.of(port, "1000006").get("/alerts").body().contains(way), "a prosecutor writes nothing");
        assertEquals(403, Desk.of(port, "1000009").get(way).statusCode());
    }

    @Test
    @DisplayName("ring for the region and for the department on screens of their own")
    void ringForRegionAndDepartmentApart() throws Exception {
        for (Rung rung : List.of(Rung.REGION, Rung.DEPARTMENT)) {
            Desk own = Desk.of(port, rung == Rung.REGION ? "1000011" : "1000012");
            CompletableFuture<String> heard = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> heard.complete(own.listen("/live/changes")));
            for (int i = 0; i < 200 && alerts.listening() == 0; i++) {
                Thread.sleep(20);
            }
            alerts.tell(new Told(House.FACILITY, BREACH, rung == Rung.REGION ? Rung.DEPARTMENT : Rung.REGION));
            alerts.tell(new Told(House.FACILITY, WARNING, rung));
            assertEquals("data:" + WARNING, heard.get(10, TimeUnit.SECONDS), rung.toString());
            for (int i = 0; i < 200 && alerts.listening() > 0; i++) {
                alerts.tell(new Told(House.FACILITY, WARNING, rung));
                Thread.sleep(20);
            }
            assertEquals(200, own.get("/alerts").statusCode());
        }
    }

    @Test
    @DisplayName("ring on the screens of their rung alone, with an id and nothing else")
    void ringOnTheScreensOfTheirRung() throws Exception {
        Desk desk = Desk.of(port, "1000001");
        CompletableFuture<String> heard = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> heard.complete(desk.listen("/live/changes")));
        for (int i = 0; i < 200 && alerts.listening() == 0; i++) {
            Thread.sleep(20);
        }
        alerts.tell(new Told(House.FACILITY, BREACH, Rung.PROSECUTOR));
        alerts.tell(new Told(House.FACILITY, WARNING, Rung.CUSTODY_OFFICER));
        assertEquals("data:" + WARNING, heard.get(10, TimeUnit.SECONDS));
        // The server learns that the page is gone when it next says something.
        for (int i = 0; i < 200 && alerts.listening() > 0; i++) {
            alerts.tell(new Told(House.FACILITY, WARNING, Rung.CUSTODY_OFFICER));
            Thread.sleep(20);
        }
        String notice = desk.get("/live/notices?events=" + WARNING).body();
        assertTrue(notice.contains("role=\"alert\"") && notice.contains("КПК 213(1)"), notice);
        assertFalse(notice.contains("І ще сповіщень"), notice);
        String many = desk.get("/live/notices?others=700&events=" + WARNING).body();
        assertTrue(many.contains("І ще сповіщень: 700"), many);
        assertEquals(400, desk.get("/live/notices?others=x&events=" + WARNING).statusCode());
    }
}
