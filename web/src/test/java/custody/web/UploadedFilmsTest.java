package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RecordId;
import custody.video.archive.Segment;
import custody.video.archive.Uploads;
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
import java.util.Map;
import java.util.Optional;
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
