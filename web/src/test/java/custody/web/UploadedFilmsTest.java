package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageViewed;
import custody.video.archive.Hold;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds;
import custody.video.archive.Segment;
import custody.video.archive.Uploads;
import custody.video.archive.Viewings.Kind;
import custody.video.archive.Viewings.Viewing;
import custody.video.camera.Person;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Footage")
class UploadedFilmsTest extends FootageTest {
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

    @Test
    @DisplayName(
            "of a body camera is linked to the apprehension by whoever apprehended, also when the person is handed over")
    void isLinkedByWhoeverApprehended() throws Exception {
        RecordId record = BusyMorning.play(records, clock);
        assertNotNull(read(record).situation().registeredAt());
        video.uploads.forget();
        Desk officer = Desk.of(port, "1000002");
        assertEquals(403, officer.get("/records/" + record).statusCode(), "handed over");
        String token = token(officer);
        String said = "?source=body-camera&device=BC-3&offset=0&begins="
                + URLEncoder.encode("24.11.2026 05:00", StandardCharsets.UTF_8) + "&record=";
        byte[] film = java.nio.file.Files.readAllBytes(archive.resolve(first().path()));
        assertEquals(404, send(officer, said + "00000000-0000-0000-0000-000000000001", token, film));
        assertEquals(201, send(officer, said + record, token, film));
        assertEquals(
                Optional.of(record.value()), video.uploads.newest().wanted().record());
        byte[] other = java.nio.file.Files.readAllBytes(archive.resolve(third().path()));
        String number = URLEncoder.encode(read(record).number().toString(), StandardCharsets.UTF_8);
        assertEquals(201, send(officer, said + number, token, other), "the number is what people say");
        assertEquals(
                Optional.of(record.value()), video.uploads.newest().wanted().record());
        assertTrue(Desk.of(port, "1000001")
                .get("/records/" + record)
                .body()
                .contains("href=\"/footage/uploads?record=" + record + "\""));
    }

    @Test
    @DisplayName(
            "of a body camera that nobody said a record of is linked later, by its sender or by whoever may play it, once")
    void isLinkedLater() throws Exception {
        RecordId record = BusyMorning.play(records, clock);
        video.uploads.forget();
        Desk officer = Desk.of(port, "1000002");
        String said = "?source=body-camera&device=BC-4&offset=0&begins="
                + URLEncoder.encode("24.11.2026 05:00", StandardCharsets.UTF_8);
        byte[] film = java.nio.file.Files.readAllBytes(archive.resolve(first().path()));
        assertEquals(201, send(officer, said, token(officer), film));
        UUID id = video.uploads.newest().id();
        String link = "/footage/uploads/" + id + "/record";
        assertTrue(officer.get("/footage/uploads").body().contains(link));
        Map<String, String> of = Map.of("record", read(record).number().toString());
        video.viewings.clear();
        assertEquals(
                403,
                Desk.of(port, "1000010").post("/footage/uploads", link, of).statusCode(),
                "who neither sent nor may play it");
        assertEquals(1, looks().size(), "who is refused leaves a leaf");
        assertEquals(
                422,
                officer.post("/footage/uploads", link, Map.of("record", " ")).statusCode());
        assertEquals(303, officer.post("/footage/uploads", link, of).statusCode());
        assertEquals(
                Optional.of(record.value()), video.uploads.newest().wanted().record());
        assertEquals(409, officer.post("/footage/uploads", link, of).statusCode());
        assertFalse(officer.get("/footage/uploads").body().contains(link));
        byte[] other = java.nio.file.Files.readAllBytes(archive.resolve(third().path()));
        assertEquals(201, send(officer, said, token(officer), other));
        Desk desk = Desk.of(port, "1000001");
        assertEquals(
                200,
                send(desk, said + "&record=" + record, token(desk), other),
                "who sends the same film with its record links it");
        assertEquals(
                Optional.of(record.value()), video.uploads.newest().wanted().record());
        assertEquals(422, send(desk, said + "&record=" + record, token(desk), other), "once");
    }

    @Test
    @DisplayName(
            "of a body camera is linked to no other record by its sender where a complaint names him, but to the complaint's")
    void isLinkedToTheRecordOfTheComplaintAlone() throws Exception {
        RecordId complaint = BusyMorning.play(records, clock);
        RecordId other = another();
        video.uploads.forget();
        Desk named = Desk.of(port, "1000001");
        assertEquals(201, send(named, early("BC-6"), token(named), bytes(first())));
        UUID id = video.uploads.newest().id();
        String link = "/footage/uploads/" + id + "/record";
        complains(complaint, "1000001");
        video.viewings.clear();
        assertEquals(
                403,
                named.post("/footage/uploads", link, Map.of("record", other.toString()))
                        .statusCode());
        assertEquals(1, looks().size(), "it leaves a leaf");
        assertTrue(looks().getFirst().startsWith("1000001 REFUSED"));
        assertEquals(
                422,
                send(named, early("BC-6") + "&record=" + other, token(named), bytes(first())),
                "nor by sending it again");
        assertEquals(Optional.empty(), recordOf(id));
        HttpResponse<String> sent = answer(named, early("BC-6") + "&record=" + other, token(named), bytes(third()));
        assertEquals(201, sent.statusCode(), "no film is lost by that");
        assertTrue(sent.body().contains("не пов’язано"), sent.body());
        assertEquals(Optional.empty(), recordOf(video.uploads.newest().id()), "nor when it is sent");
        assertEquals(
                303,
                named.post("/footage/uploads", link, Map.of("record", complaint.toString()))
                        .statusCode());
        assertEquals(Optional.of(complaint.value()), recordOf(id));
    }

    @Test
    @DisplayName("of a body camera that was linked to a wrong record is linked anew by the head of the facility alone")
    void isLinkedAnewByTheHead() throws Exception {
        RecordId wrong = BusyMorning.play(records, clock);
        RecordId right = another();
        video.uploads.forget();
        Desk officer = Desk.of(port, "1000001");
        assertEquals(201, send(officer, early("BC-8") + "&record=" + wrong, token(officer), bytes(first())));
        UUID id = video.uploads.newest().id();
        String link = "/footage/uploads/" + id + "/record";
        Map<String, String> of = Map.of("record", right.toString());
        assertFalse(officer.get("/footage/uploads").body().contains(link));
        assertEquals(409, officer.post("/footage/uploads", link, of).statusCode());
        assertEquals(Optional.of(wrong.value()), recordOf(id));
        Desk head = Desk.of(port, "1000005");
        assertTrue(head.get("/footage/uploads").body().contains(link));
        complains(wrong, "1000005");
        assertEquals(403, head.post("/footage/uploads", link, of).statusCode(), "a complaint names the head");
        nobodyComplains();
        assertEquals(303, head.post("/footage/uploads", link, of).statusCode());
        assertEquals(Optional.of(right.value()), recordOf(id));
        assertEquals(409, head.post("/footage/uploads", link, of).statusCode(), "it is of that record already");
    }

    private RecordId another() {
        clock.set(clock.instant().plusSeconds(60));
        return BusyMorning.play(records, clock);
    }

    private Optional<UUID> recordOf(UUID film) {
        return video.uploads.find(film).orElseThrow().wanted().record();
    }

    private byte[] bytes(Segment segment) throws Exception {
        return java.nio.file.Files.readAllBytes(archive.resolve(segment.path()));
    }

    private static String early(String device) {
        return "?source=body-camera&device=" + device + "&offset=0&begins="
                + URLEncoder.encode("24.11.2026 05:00", StandardCharsets.UTF_8);
    }

    /** A complaint on that record names somebody; what it holds ends before the film begins. */
    private void complains(RecordId record, String badge) {
        Instant from = Instant.parse("2026-11-24T01:00:00Z");
        var wanted = new Holds.Wanted(
                House.FACILITY.code(),
                Set.of(),
                from,
                from.plusSeconds(3_600),
                Hold.Ground.COMPLAINT,
                "скарга",
                Optional.of(record.value()));
        video.holds.place(new HoldId(UUID.randomUUID()), wanted, new Person("1000003"), clock.instant());
        video.named(badge, record.value());
    }

    @AfterEach
    void nobodyComplains() {
        video.nobodyIsNamed();
        video.holds.forget();
    }

    @Test
    @DisplayName(
            "of a body camera is looked at again for another purpose and after ten minutes, and its record says so")
    void isLookedAtAgain() throws Exception {
        RecordId record = BusyMorning.play(records, clock);
        video.uploads.forget();
        Desk officer = Desk.of(port, "1000001");
        String said = "?source=body-camera&device=BC-5&offset=0&begins="
                + URLEncoder.encode("24.11.2026 05:00", StandardCharsets.UTF_8) + "&record=" + record;
        byte[] film = java.nio.file.Files.readAllBytes(archive.resolve(first().path()));
        assertEquals(201, send(officer, said, token(officer), film));
        String path = "/footage/uploads/" + video.uploads.newest().id() + "/film";
        video.viewings.clear();
        assertEquals(403, officer.get(path).statusCode(), "nobody said what for");
        saysWhy(officer, "care");
        for (int times = 0; times < 3; times++) {
            assertEquals(200, officer.get(path).statusCode());
        }
        assertEquals(List.of("CARE"), purposes(), "a player asks in pieces");
        saysWhy(officer, "complaint");
        assertEquals(200, officer.get(path).statusCode());
        assertEquals(List.of("CARE", "COMPLAINT"), purposes());
        for (int times = 0; times < 2; times++) {
            clock.set(clock.instant().plusSeconds(300));
            assertEquals(200, officer.get("/footage/uploads").statusCode());
        }
        assertEquals(200, officer.get(path).statusCode());
        assertEquals(List.of("CARE", "COMPLAINT", "COMPLAINT"), purposes(), "whoever comes back looks again");
        assertEquals(
                List.of("care", "complaint", "complaint"),
                read(record).events().stream()
                        .flatMap(event -> event.fact() instanceof FootageViewed viewed
                                ? Stream.of(viewed.purpose())
                                : Stream.empty())
                        .toList());
    }

    private List<String> purposes() {
        return video.viewings.stream()
                .filter(one -> one.kind() == Kind.PLAYBACK)
                .map(Viewing::purpose)
                .toList();
    }

    private static String token(Desk desk) {
        return desk.get("/footage/uploads").body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
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
}
