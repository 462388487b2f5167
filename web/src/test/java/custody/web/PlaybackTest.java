package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Reading;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.VideoFact.FootageExported;
import custody.video.archive.FootageGaps.Known;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.archive.Uploads;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.export.Exports;
import custody.video.live.Mask;
import custody.video.playback.Stillness;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import custody.web.house.video.InMemoryVideo;
import custody.web.house.video.Studio;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Recorded footage")
class PlaybackTest extends ServerTest {
    private static final CameraId CAMERA = new CameraId("cam-0");

    @TempDir
    static Path archive;

    @Autowired
    InMemoryVideo video;

    @BeforeAll
    static void record() throws Exception {
        try (Studio studio = Studio.open(archive, 1)) {
            studio.record(320);
        }
    }

    @BeforeEach
    void cameras() {
        video.segments.folder(archive);
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-0", "CELL-1", PrivacyClass.NORMAL));
        video.viewings.clear();
        video.gaps.clear();
    }

    /** A segment of full length; a camera's very first is cut early. */
    private Segment first() {
        return video.segments.after(CAMERA, 1).orElseThrow();
    }

    private static void saysWhy(Desk desk, String purpose) {
        assertEquals(
                303,
                desk.post("/footage/purpose", "/footage/purpose", Map.of("purpose", purpose, "back", "/video"))
                        .statusCode());
    }

    @Test
    @DisplayName("is played only after it was said what for, and the look is written down before the first byte")
    void isPlayedOnlyAfterItWasSaidWhatFor() throws Exception {
        Desk officer = Desk.of(port, "1000001");
        Instant at = first().start().plusSeconds(2);
        assertTrue(officer.get("/video/cam-0?at=" + at).body().contains("action=\"/footage/purpose\""));
        String bytes = "/live/footage/cam-0/" + first().sequence() + "?from=0&count=2";
        assertEquals(403, officer.get(bytes).statusCode());
        assertEquals(0, video.viewings.size());
        saysWhy(officer, "complaint");
        assertTrue(officer.get("/video/cam-0?at=" + at).body().contains("data-playback"));
        HttpResponse<String> pictures = officer.get(bytes);
        assertEquals(200, pictures.statusCode());
        assertEquals("video/mp4", pictures.headers().firstValue("Content-Type").orElse(""));
        assertTrue(pictures.body().substring(0, 12).contains("ftyp"));
        assertEquals(Kind.PLAYBACK, video.viewings.getFirst().kind());
        assertEquals("COMPLAINT", video.viewings.getFirst().purpose());
        officer.get(bytes);
        assertTrue(video.viewings.size() <= 2, "ten minutes are one look");
    }

    @Test
    @DisplayName("is found at a moment, and goes on with the next segment")
    void isFoundAtAMoment() throws Exception {
        Desk officer = Desk.of(port, "1000001");
        Instant at = first().start().plusSeconds(2);
        JsonNode place = json(officer.get("/live/footage/cam-0?at=" + at));
        assertEquals(first().sequence(), place.get("sequence").longValue());
        assertEquals(at.toEpochMilli(), place.get("shown").longValue());
        assertTrue(place.get("keys").get(place.get("fragment").intValue()).booleanValue());
        JsonNode next = json(officer.get("/live/footage/cam-0?after=" + first().sequence()));
        assertTrue(next.get("sequence").longValue() > first().sequence());
        assertEquals(
                404, officer.get("/live/footage/cam-0?at=2099-01-01T00:00:00Z").statusCode());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    @DisplayName("cannot be had by those who may only watch live, by investigators, or past the end of a segment")
    void cannotBeHadByOthers() {
        String bytes = "/live/footage/cam-0/" + first().sequence() + "?from=0&count=2";
        for (String badge : new String[] {"1000010", "1000004", "1000003", "1000007"}) {
            assertEquals(403, Desk.of(port, badge).get(bytes).statusCode(), badge);
            assertEquals(403, Desk.of(port, badge).get("/video/cam-0?at=").statusCode(), badge);
        }
        assertTrue(video.viewings.stream().allMatch(one -> one.kind() == Kind.REFUSED));
        video.viewings.clear();
        Desk officer = Desk.of(port, "1000001");
        saysWhy(officer, "care");
        for (String wrong : new String[] {"?from=9999", "?from=-1", "?count=0", "?count=61", "?from=x"}) {
            int status = officer.get("/live/footage/cam-0/" + first().sequence() + wrong)
                    .statusCode();
            assertTrue(status == 404 || status == 400, wrong + " answered " + status);
        }
        assertEquals(0, video.viewings.size());
    }

    @Test
    @DisplayName("of a room in which nothing may be shown is refused, and who asked for it leaves a leaf")
    void ofAPrivilegedRoomIsRefused() {
        Desk officer = Desk.of(port, "1000001");
        saysWhy(officer, "care");
        String bytes = "/live/footage/cam-0/" + first().sequence();
        for (PrivacyClass privacy : new PrivacyClass[] {PrivacyClass.PRIVILEGED, PrivacyClass.MASKED}) {
            video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-0", "CELL-1", privacy));
            video.viewings.clear();
            assertEquals(403, officer.get(bytes).statusCode());
            assertEquals(List.of("1000001 REFUSED [cam-0]"), looks());
        }
    }

    @Test
    @DisplayName("shows its gaps with their causes, in words as well as drawn")
    void showsItsGaps() {
        Instant at = first().start();
        video.gaps.add(new Known(CAMERA, at.minusSeconds(60), Optional.of(at), GapCause.OFFLINE, ""));
        Desk officer = Desk.of(port, "1000001");
        saysWhy(officer, "inspection");
        String page = officer.get("/video/cam-0?at=" + at).body();
        assertTrue(page.contains("class=\"day__gap\""));
        assertTrue(page.contains("камера або мережа"));
        video.still.add(new Stillness.Still(at, at.plusSeconds(40)));
        String still = officer.get("/video/cam-0?at=" + at).body();
        assertTrue(still.contains("class=\"day__still\""), "where nothing moved is drawn");
        assertFalse(still.contains("moments__still"), "and listed only where it is long");
        video.still.add(new Stillness.Still(at.minusSeconds(900), at));
        assertTrue(officer.get("/video/cam-0?at=" + at).body().contains("moments__still"));
        video.still.clear();
    }

    @Test
    @DisplayName("is one step from an event of a record to its room’s camera")
    void isOneStepFromAnEvent() {
        RecordId record = BusyMorning.play(records, clock);
        CustodyRecord read = read(record);
        Event check = read.events().stream()
                .filter(event -> event.fact() instanceof CheckMade)
                .findFirst()
                .orElseThrow();
        RoomCode room =
                check.place() == null ? read.situationAt(check.occurredAt()).room() : check.place();
        String there = room == null ? "nowhere" : room.code();
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-0", there, PrivacyClass.NORMAL));
        Desk officer = Desk.of(port, "1000001");
        HttpResponse<String> led = officer.get("/video/at?record=" + record + "&event=" + check.id());
        assertEquals(303, led.statusCode(), led.body());
        assertTrue(Desk.location(led).startsWith("/video/cam-0?at="), Desk.location(led));
        assertEquals(
                403,
                Desk.of(port, "1000004")
                        .get("/video/at?record=" + record + "&event=1")
                        .statusCode());
        assertEquals(List.of("1000004 REFUSED [all-cameras]"), looks(), "what a record refuses is a leaf as well");
        assertEquals(
                404, officer.get("/video/at?record=" + record + "&event=999").statusCode());
    }

    @Test
    @DisplayName("can be held with a reason, and is let go by two different people")
    void canBeHeld() {
        Desk officer = Desk.of(port, "1000001");
        Instant at = first().start();
        Map<String, String> hold =
                Map.of("from", at.toString(), "to", at.plusSeconds(60).toString(), "reason", "скарга");
        assertEquals(
                422,
                officer.post("/footage/purpose", "/video/cam-0/hold", Map.of("reason", ""))
                        .statusCode());
        HttpResponse<String> unreadable = officer.post(
                "/footage/purpose",
                "/video/cam-0/hold",
                Map.of("from", "учора зранку", "to", at.toString(), "reason", "скарга на обшук"));
        assertEquals(422, unreadable.statusCode());
        assertTrue(unreadable.body().contains("учора зранку"), "nothing typed is lost");
        assertTrue(unreadable.body().contains("скарга на обшук"), "nothing typed is lost");
        saysWhy(officer, "complaint");
        Map<String, String> form = officer.filled("/video/cam-0?at=" + at, hold);
        assertEquals(303, officer.post("/video/cam-0/hold", form).statusCode());
        assertEquals(303, officer.post("/video/cam-0/hold", form).statusCode());
        assertEquals(1, video.holds.of(House.FACILITY.code(), true).size(), "a double click holds once");
        String id = video.holds.of(House.FACILITY.code(), true).getFirst().id().toString();
        String release = "/footage/holds/" + id + "/release";
        Map<String, String> why = Map.of("reason", "розглянуто");
        assertEquals(303, officer.post("/footage/purpose", release, why).statusCode());
        video.viewings.clear();
        assertEquals(409, officer.post("/footage/purpose", release, why).statusCode());
        assertEquals(List.of("1000001 REFUSED [cam-0]"), looks(), "who wants to be both people leaves a leaf");
        Desk head = Desk.of(port, "1000005");
        assertEquals(303, head.post("/footage/purpose", release, why).statusCode());
        assertFalse(video.holds.of(House.FACILITY.code(), false).getFirst().holds());
    }

    @Test
    @DisplayName("of a body camera is taken by its content, whatever its name says")
    void ofABodyCameraIsTakenByItsContent() throws Exception {
        Desk officer = Desk.of(port, "1000002");
        Map<String, String> form = officer.filled("/footage/uploads", Map.of());
        HttpResponse<String> page = officer.get("/footage/uploads");
        String token = page.body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        assertFalse(form.isEmpty());
        String said = "?source=body-camera&device=BC-1&offset=90&begins="
                + URLEncoder.encode("24.11.2026 08:00", StandardCharsets.UTF_8);
        assertEquals(422, send(officer, said, token, "not a film".getBytes(StandardCharsets.UTF_8)));
        video.uploads.forget();
        byte[] film = java.nio.file.Files.readAllBytes(archive.resolve(first().path()));
        assertEquals(201, send(officer, said, token, film));
        assertEquals(422, send(officer, "?source=body-camera&device=BC-1&offset=x", token, film));
        var upload = video.uploads.of(House.FACILITY.code(), 10).getFirst();
        assertEquals(Instant.parse("2026-11-24T05:58:30Z"), upload.wanted().trueBeginning());
        assertEquals(403, Desk.of(port, "1000004").get("/footage/uploads").statusCode());
        assertEquals(403, officer.get("/footage/uploads/" + upload.id()).statusCode(), "who adds may not view");
    }

    @Test
    @DisplayName("of a body camera that is gone is taken again as another film, and one that is there only once")
    void ofABodyCameraThatIsGoneIsTakenAgain() throws Exception {
        Desk officer = Desk.of(port, "1000001");
        String token =
                officer.get("/footage/uploads").body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        String said = "?source=body-camera&device=BC-9&offset=0&begins="
                + URLEncoder.encode("24.11.2026 09:00", StandardCharsets.UTF_8);
        byte[] film = java.nio.file.Files.readAllBytes(archive.resolve(third().path()));
        assertEquals(201, send(officer, said, token, film));
        var first = video.uploads.newest();
        HttpResponse<String> twice = answer(officer, said, token, film);
        assertEquals(422, twice.statusCode());
        assertTrue(twice.body().contains("BC-9") && twice.body().contains("вже є"), twice.body());
        video.uploads.loses(first.id());
        saysWhy(officer, "inspection");
        assertTrue(officer.get("/footage/uploads/" + first.id()).body().contains("Файлу немає"), "it is no player");
        HttpResponse<String> again = answer(officer, said, token, film);
        assertEquals(201, again.statusCode());
        assertTrue(again.body().contains("нове відео"), again.body());
        String list = officer.get("/footage/uploads").body();
        assertTrue(list.contains("немає файлу") && list.contains("Замінює"), list);
        var second = video.uploads.newest();
        String page = officer.get("/footage/uploads/" + first.id()).body();
        assertTrue(page.contains("href=\"/footage/uploads/" + second.id() + "\""), page);
        String next = officer.get("/footage/uploads/" + second.id()).body();
        assertTrue(next.contains("href=\"/footage/uploads/" + first.id() + "\""), next);
    }

    private Segment third() {
        return video.segments.after(CAMERA, 2).orElseThrow();
    }

    @Test
    @DisplayName("of a body camera stands in the timeline of its record where it began, for whoever may play it")
    void ofABodyCameraStandsInTheTimelineOfItsRecord() throws Exception {
        RecordId record = BusyMorning.play(records, clock);
        Instant begun = read(record).situation().apprehendedAt().plusSeconds(1);
        var wanted = new Uploads.Wanted(
                House.FACILITY.code(),
                Uploads.Source.BODY_CAMERA,
                "BC-77",
                begun,
                Duration.ZERO,
                Optional.of(record.value()),
                "");
        Uploads.Outcome outcome;
        video.uploads.forget();
        try (var content = java.nio.file.Files.newInputStream(archive.resolve(first().path()))) {
            outcome = video.uploads.store(wanted, content, new Person("1000002"), clock.instant());
        }
        String film = "/footage/uploads/"
                + ((Uploads.Outcome.Stored) outcome).upload().id();
        String page =
                Desk.of(port, "1000001").get("/records/" + record + "?all=1").body();
        assertTrue(page.contains("href=\"" + film + "\""));
        assertTrue(page.indexOf(film) > page.indexOf("id=\"event-2\""), "later events stand above it");
        assertTrue(page.indexOf(film) < page.indexOf("id=\"event-1\""), "the apprehension stands below it");
        assertFalse(Desk.of(port, "1000002")
                .get("/records/" + record + "?all=1")
                .body()
                .contains(film));
    }

    private int send(Desk desk, String query, String token, byte[] body) {
        return answer(desk, query, token, body).statusCode();
    }

    private HttpResponse<String> answer(Desk desk, String query, String token, byte[] body) {
        return desk.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/footage/uploads" + query))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "video/mp4")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    @DisplayName("is exported for a named recipient, given up, and fetched only when it is ready")
    void isExported() throws Exception {
        Desk head = Desk.of(port, "1000005");
        Instant at = first().start();
        Map<String, String> wanted = Map.of(
                "camera",
                "cam-0",
                "from",
                at.toString(),
                "to",
                at.plusSeconds(60).toString(),
                "recipient",
                "суд",
                "reason",
                "ухвала");
        assertEquals(
                422,
                head.post("/footage/exports", "/footage/exports", Map.of("camera", "cam-0"))
                        .statusCode());
        Map<String, String> form = head.filled("/footage/exports", wanted);
        int before = video.exports.of(House.FACILITY.code()).size();
        assertEquals(303, head.post("/footage/exports", form).statusCode());
        assertEquals(303, head.post("/footage/exports", form).statusCode(), "a double click");
        assertEquals(before + 1, video.exports.of(House.FACILITY.code()).size());
        form.put("recipient", "прокуратура");
        assertEquals(303, head.post("/footage/exports", form).statusCode());
        assertEquals(before + 2, video.exports.of(House.FACILITY.code()).size(), "other words are another wish");
        form.remove("key");
        assertEquals(400, head.post("/footage/exports", form).statusCode());
        var export = newestOf("суд");
        String file = "/footage/exports/" + export.id() + "/file";
        assertEquals(404, head.get(file).statusCode());
        givesUp(newestOf("прокуратура"), head);
        video.exports.set(export.id(), Exports.State.READY, 100, Optional.of(archive.resolve(first().path())));
        assertEquals(0, video.viewings.size());
        assertEquals(200, head.get(file).statusCode());
        assertEquals(Kind.EXPORT, video.viewings.getFirst().kind());
        assertEquals(403, Desk.of(port, "1000010").get(file).statusCode());
        assertEquals(403, Desk.of(port, "1000004").get("/footage/exports").statusCode());
    }

    /** What was written down, as {@code badge KIND [cameras]}. */
    private List<String> looks() {
        return video.viewings.stream()
                .map(one -> one.person() + " " + one.kind() + " " + one.cameras())
                .toList();
    }

    private void givesUp(Exports.Export export, Desk head) {
        String cancel = "/footage/exports/" + export.id() + "/cancel";
        assertEquals(
                403,
                Desk.of(port, "1000004")
                        .post("/footage/exports", cancel, Map.of())
                        .statusCode());
        assertEquals(Exports.State.WAITING, state(export));
        assertEquals(Kind.REFUSED, video.viewings.getLast().kind(), "a refusal is a leaf too");
        video.viewings.clear();
        assertTrue(head.get("/footage/exports").body().contains(cancel));
        assertEquals(303, head.post("/footage/exports", cancel, Map.of()).statusCode());
        assertEquals(Exports.State.CANCELLED, state(export));
        assertFalse(head.get("/footage/exports").body().contains(cancel), "there is nothing more to be given up");
        assertTrue(head.get("/live/footage-exports").body().contains("\"state\":\"cancelled\""));
    }

    private Exports.State state(Exports.Export export) {
        return video.exports.find(export.id()).orElseThrow().state();
    }

    private Exports.Export newestOf(String recipient) {
        return video.exports.of(House.FACILITY.code()).stream()
                .filter(one -> one.wanted().camera().equals(CAMERA)
                        && one.wanted().recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("goes out without its masks only for whoever may lift them and says why, and to nobody else")
    void goesOutWithoutMasksOnlyByALift() throws Exception {
        var masked = new CameraId("cam-8");
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-8", "CELL-2", PrivacyClass.MASKED));
        Instant at = first().start();
        Map<String, String> wanted = new HashMap<>(Map.of(
                "camera", "cam-8",
                "from", at.toString(),
                "to", at.plusSeconds(60).toString(),
                "recipient", "суд",
                "reason", "ухвала"));
        Desk head = Desk.of(port, "1000005");
        Desk officer = Desk.of(port, "1000001");
        String exports = "/footage/exports";
        HttpResponse<String> dark = head.post(exports, exports, wanted);
        assertEquals(422, dark.statusCode(), "a masked room without a mask shows nothing");
        assertTrue(dark.body().contains("маску ще не намальовано"));
        assertFalse(dark.body().contains("name=\"lift\""), "the head may not lift");
        video.masks.put(masked, List.of(new Mask(0, 0, 500, 500)), new Person("1000009"), at);
        assertEquals(303, head.post(exports, exports, wanted).statusCode());
        assertEquals(Optional.empty(), newest(masked).wanted().lift());
        wanted.put("lift", "ухвала вимагає всього зображення");
        video.viewings.clear();
        assertEquals(403, head.post(exports, exports, wanted).statusCode());
        assertEquals(List.of("1000005 REFUSED [cam-8]"), looks());
        assertEquals(303, officer.post(exports, exports, wanted).statusCode());
        Exports.Export lifted = newest(masked);
        assertEquals(Optional.of(wanted.get("lift")), lifted.wanted().lift());
        video.exports.set(lifted.id(), Exports.State.READY, 100, Optional.of(archive.resolve(first().path())));
        String file = "/footage/exports/" + lifted.id() + "/file";
        video.viewings.clear();
        assertEquals(403, head.get(file).statusCode());
        assertEquals(List.of("1000005 REFUSED [cam-8]"), looks());
        assertFalse(head.get(exports).body().contains(file));
        assertEquals(200, officer.get(file).statusCode());
    }

    @Test
    @DisplayName("is exported for a person's whole path by one request, which the record tells")
    void isExportedForAWholePath() {
        RecordId record = BusyMorning.play(records, clock);
        String room = aRoomOf(record);
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "path-1", room, PrivacyClass.NORMAL));
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "path-2", room, PrivacyClass.NORMAL));
        Desk head = Desk.of(port, "1000005");
        String path = "/footage/exports/of";
        String page = head.get(path + "?record=" + record).body();
        assertTrue(page.contains("value=\"path-1 ") && page.contains("value=\"path-2 "), page);
        String part = page.replaceAll("(?s).*value=\"(path-2 [^\"]+)\".*", "$1");
        Map<String, String> wanted =
                new HashMap<>(Map.of("record", record.toString(), "part", part, "recipient", "суд", "reason", ""));
        assertEquals(422, head.post(path + "?record=" + record, path, wanted).statusCode());
        wanted.put("reason", "ухвала");
        video.viewings.clear();
        wanted.put("lift", "суд вимагає всього");
        assertEquals(403, head.post(path + "?record=" + record, path, wanted).statusCode());
        assertEquals(List.of("1000005 REFUSED [path-2]"), looks(), "what was asked for is named");
        wanted.remove("lift");
        // A stay that lasts goes on while somebody fills the form in.
        clock.set(clock.instant().plusSeconds(90));
        Map<String, String> form = head.filled(path + "?record=" + record, wanted);
        int before = video.exports.of(House.FACILITY.code()).size();
        int toldBefore = told(record).size();
        assertEquals("/footage/exports", Desk.location(head.post(path, form)));
        assertEquals("/footage/exports", Desk.location(head.post(path, form)), "a double click");
        assertEquals(before + 1, video.exports.of(House.FACILITY.code()).size());
        assertTrue(part.contains(newest(new CameraId("path-2")).wanted().from().toString()), part);
        assertTrue(video.exports.of(House.FACILITY.code()).stream()
                .noneMatch(one -> one.wanted().camera().value().equals("path-1")));
        assertEquals(List.of(List.of("path-2")), told(record, toldBefore));
        assertEquals(
                403, Desk.of(port, "1000004").get(path + "?record=" + record).statusCode());
        video.cameras.remove(new CameraId("path-1"), new Person("1000009"));
        video.cameras.remove(new CameraId("path-2"), new Person("1000009"));
    }

    @Test
    @DisplayName(
            "is exported once although the disk had room for a part at first, and the record tells of what was begun")
    void isExportedOnceThoughTheDiskWasFull() {
        RecordId record = BusyMorning.play(records, clock);
        String room = aRoomOf(record);
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "full-1", room, PrivacyClass.NORMAL));
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "full-2", room, PrivacyClass.NORMAL));
        Desk head = Desk.of(port, "1000005");
        String path = "/footage/exports/of";
        String page = head.get(path + "?record=" + record).body();
        Map<String, String> typed = Map.of("record", record.toString(), "recipient", "суд", "reason", "ухвала");
        List<Map.Entry<String, String>> form =
                new ArrayList<>(head.filled(path + "?record=" + record, typed).entrySet());
        for (String camera : List.of("full-1", "full-2")) {
            form.add(Map.entry("part", page.replaceAll("(?s).*value=\"(" + camera + " [^\"]+)\".*", "$1")));
        }
        int before = told(record).size();
        video.exports.room(1);
        HttpResponse<String> refused = head.post(path, form);
        video.exports.room(Integer.MAX_VALUE);
        assertEquals(409, refused.statusCode());
        String key = form.stream()
                .filter(field -> field.getKey().equals("key"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertTrue(refused.body().contains("value=\"" + key + "\""), "what it made already is made by this key");
        assertEquals(List.of(List.of("full-1")), told(record, before));
        assertEquals(303, head.post(path, form).statusCode());
        assertEquals(303, head.post(path, form).statusCode(), "a double click");
        assertEquals(1, count("full-1"));
        assertEquals(1, count("full-2"));
        assertEquals(List.of(List.of("full-1"), List.of("full-1", "full-2")), told(record, before));
        video.cameras.remove(new CameraId("full-1"), new Person("1000009"));
        video.cameras.remove(new CameraId("full-2"), new Person("1000009"));
    }

    private CustodyRecord read(RecordId record) {
        Reading looking = new Reading(new Badge("1000001"), "", Reading.Purpose.CARE, "test");
        return records.read(record, looking).orElseThrow();
    }

    private String aRoomOf(RecordId record) {
        CustodyRecord read = read(record);
        return read.events().stream()
                .flatMap(event ->
                        Optional.ofNullable(read.situationAt(event.occurredAt()).room()).stream())
                .findFirst()
                .orElseThrow()
                .code();
    }

    /** The cameras of each export that the record tells of. */
    private List<List<String>> told(RecordId record) {
        return read(record).events().stream()
                .flatMap(event -> event.fact() instanceof FootageExported fact ? Stream.of(fact) : Stream.empty())
                .map(FootageExported::cameras)
                .toList();
    }

    /** Those that it did not tell of before. */
    private List<List<String>> told(RecordId record, int before) {
        List<List<String>> all = told(record);
        return all.subList(before, all.size());
    }

    private long count(String camera) {
        return video.exports.of(House.FACILITY.code()).stream()
                .filter(one -> one.wanted().camera().value().equals(camera))
                .count();
    }

    private Exports.Export newest(CameraId camera) {
        return video.exports.of(House.FACILITY.code()).stream()
                .filter(one -> one.wanted().camera().equals(camera))
                .max(Comparator.comparing(one -> one.wanted().lift().isPresent()))
                .orElseThrow();
    }

    @Test
    @DisplayName("has signs for every room, which say where nothing is recorded")
    void hasSigns() {
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-9", "MED", PrivacyClass.PRIVILEGED));
        String signs = Desk.of(port, "1000001").get("/footage/signs").body();
        assertTrue(signs.contains("У цьому приміщенні ведеться відеозапис"));
        assertTrue(signs.contains("щонайменше 120 діб"), "as long as this node keeps it");
        assertTrue(signs.contains("This room is not recorded"));
    }
}
