package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RecordId;
import custody.video.archive.Hold;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds;
import custody.video.archive.Segment;
import custody.video.camera.Person;
import custody.video.export.Exports;
import custody.video.live.Mask;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.video.NamedStaff;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was true when footage was recorded, and whom it concerns, decide about it later. */
@DisplayName("Footage of the past")
class PastFootageTest extends FootageTest {
    @AfterEach
    void nobodyIsNamedAndNothingHeld() {
        video.nobodyIsNamed();
        video.holds.forget();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    @DisplayName(
            "of a camera that was taken out is played, held and exported as before, and the page says that it was taken out")
    void ofACameraThatWasTakenOut() throws Exception {
        Desk head = Desk.of(port, "1000005");
        saysWhy(head, "complaint");
        Instant at = first().start();
        Map<String, String> time =
                Map.of("from", at.toString(), "to", at.plusSeconds(60).toString(), "reason", "скарга");
        assertEquals(
                303,
                head.post("/video/cam-0/hold", head.filled("/video/cam-0?at=" + at, time))
                        .statusCode());
        assertTrue(video.cameras.remove(CAMERA, new Person("1000009")));
        assertEquals(404, head.get("/video/cam-0").statusCode(), "there is nothing live");
        String page = head.get("/video/cam-0?at=" + at).body();
        assertTrue(page.contains("data-playback") && page.contains("Цю камеру вилучено"), page);
        assertEquals(200, head.get("/live/footage/cam-0?at=" + at).statusCode());
        assertEquals(
                200,
                head.get("/live/footage/cam-0/" + first().sequence() + "?from=0&count=1")
                        .statusCode());
        assertEquals(
                204,
                head.post("/footage/purpose", "/footage/cam-0/snapshot", Map.of("at", at.toString()))
                        .statusCode());
        assertEquals(
                303,
                head.post("/video/cam-0/hold", head.filled("/video/cam-0?at=" + at, time))
                        .statusCode());
        Map<String, String> wanted = new HashMap<>(time);
        wanted.putAll(Map.of("camera", "cam-0", "recipient", "суд про вилучену"));
        assertEquals(
                303,
                head.post("/footage/exports", head.filled("/footage/exports", wanted))
                        .statusCode());
        var export = video.exports.of(House.FACILITY.code()).stream()
                .filter(one -> one.wanted().recipient().equals("суд про вилучену"))
                .findFirst()
                .orElseThrow();
        video.exports.set(export.id(), Exports.State.READY, 100, Optional.of(archive.resolve(first().path())));
        assertEquals(200, head.get("/footage/exports/" + export.id() + "/file").statusCode());
    }

    @Test
    @DisplayName(
            "of a complaint is refused to whoever it names, with the record and without it, and so is the release of its hold")
    void ofAComplaintIsRefusedToWhoeverItNames() {
        RecordId record = BusyMorning.play(records, clock);
        video.named("1000005", record.value());
        Segment segment = first();
        var id = new HoldId(UUID.randomUUID());
        var wanted = new Holds.Wanted(
                House.FACILITY.code(),
                Set.of(),
                segment.start(),
                segment.end(),
                Hold.Ground.COMPLAINT,
                "скарга",
                Optional.of(record.value()));
        video.holds.place(id, wanted, new Person("1000001"), clock.instant());
        Desk named = Desk.of(port, "1000005");
        saysWhy(named, "complaint");
        String at = segment.start().plusSeconds(2).toString();
        video.viewings.clear();
        assertEquals(403, named.get("/video/cam-0?at=" + at).statusCode());
        assertEquals(403, named.get("/live/footage/cam-0?at=" + at).statusCode());
        String bytes = "/live/footage/cam-0/" + segment.sequence() + "?from=0&count=1";
        assertEquals(403, named.get(bytes).statusCode());
        String release = "/footage/holds/" + id + "/release";
        assertEquals(
                403,
                named.post("/footage/purpose", release, Map.of("reason", "зайве"))
                        .statusCode());
        String to = segment.start().plusSeconds(9).toString();
        Map<String, String> export = named.filled(
                "/footage/exports",
                Map.of("camera", "cam-0", "from", at, "to", to, "recipient", "суд", "reason", "ухвала"));
        assertEquals(403, named.post("/footage/exports", export).statusCode());
        assertEquals(
                403,
                named.post("/footage/purpose", "/footage/cam-0/snapshot", Map.of("at", at))
                        .statusCode());
        assertEquals(6, looks().size(), "each leaves a leaf");
        assertTrue(looks().stream().allMatch(look -> look.startsWith("1000005 REFUSED")));
        assertTrue(video.holds.find(id).orElseThrow().first().isEmpty());
        Desk other = Desk.of(port, "1000001");
        saysWhy(other, "complaint");
        assertEquals(200, other.get(bytes).statusCode());
    }

    @Test
    @DisplayName("of a room of the complaint's record is refused to whoever it names also behind what its hold covers")
    void ofARoomOfTheRecordIsRefusedBehindTheHold() throws Exception {
        Segment segment = first();
        var record = UUID.randomUUID();
        Instant from = segment.start().minusSeconds(7_200);
        var wanted = new Holds.Wanted(
                House.FACILITY.code(),
                Set.of(),
                from,
                from.plusSeconds(3_600),
                Hold.Ground.VIOLATION,
                "порушення",
                Optional.of(record));
        video.holds.place(new HoldId(UUID.randomUUID()), wanted, new Person("1000005"), clock.instant());
        Desk named = Desk.of(port, "1000001");
        saysWhy(named, "care");
        String at = segment.start().plusSeconds(2).toString();
        Map<String, String> export = Map.of(
                "camera",
                "cam-0",
                "from",
                at,
                "to",
                segment.start().plusSeconds(9).toString(),
                "recipient",
                "сусід",
                "reason",
                "ухвала");
        assertEquals(
                303, named.post("/footage/exports", "/footage/exports", export).statusCode());
        var made = video.exports.of(House.FACILITY.code()).stream()
                .filter(one -> one.wanted().recipient().equals("сусід"))
                .findFirst()
                .orElseThrow();
        video.exports.set(made.id(), Exports.State.READY, 100, Optional.of(archive.resolve(segment.path())));
        String file = "/footage/exports/" + made.id() + "/file";
        String bytes = "/live/footage/cam-0/" + segment.sequence() + "?from=0&count=1";
        assertEquals(200, named.get(bytes).statusCode());
        video.named("1000001", record, new NamedStaff.Named(Set.of("CELL-1"), Instant.MAX));
        video.viewings.clear();
        assertEquals(403, named.get("/video/cam-0?at=" + at).statusCode());
        assertEquals(403, named.get("/live/footage/cam-0?at=" + at).statusCode());
        assertEquals(403, named.get(bytes).statusCode());
        assertEquals(
                403,
                named.post("/footage/purpose", "/footage/cam-0/snapshot", Map.of("at", at))
                        .statusCode());
        assertEquals(
                403, named.post("/footage/exports", "/footage/exports", export).statusCode());
        assertEquals(403, named.get(file).statusCode());
        assertEquals(6, looks().size(), "each leaves a leaf");
        assertTrue(looks().stream().allMatch(look -> look.startsWith("1000001 REFUSED")));
        video.named(
                "1000001",
                record,
                new NamedStaff.Named(Set.of("CELL-1"), segment.start().minusSeconds(60)));
        assertEquals(200, named.get(bytes).statusCode(), "the record's time was over by then");
    }

    @Test
    @DisplayName("that others hold or hand out is neither told nor given up to whoever the complaint names")
    void ofOthersIsNeitherToldNorGivenUp() {
        var record = UUID.randomUUID();
        Instant from = first().start();
        var hold = new Holds.Wanted(
                House.FACILITY.code(),
                Set.of(),
                from,
                from.plusSeconds(60),
                Hold.Ground.COMPLAINT,
                "скарга на чергового",
                Optional.of(record));
        video.holds.place(new HoldId(UUID.randomUUID()), hold, new Person("1000005"), clock.instant());
        var asked = new Exports.Wanted(
                House.FACILITY.code(), CAMERA, from, from.plusSeconds(30), "ДБР", "скарга на чергового");
        var export = UUID.randomUUID();
        video.exports.begin(export, asked, new Person("1000005"), clock.instant());
        Desk officer = Desk.of(port, "1000001");
        String cancel = "/footage/exports/" + export + "/cancel";
        for (String page : List.of("/footage/exports", "/live/footage-exports", "/footage/holds")) {
            assertTrue(officer.get(page).body().contains("скарга на чергового"), page);
        }
        video.named("1000001", record);
        for (String page : List.of("/footage/exports", "/live/footage-exports", "/footage/holds")) {
            String shown = officer.get(page).body();
            assertFalse(shown.contains("скарга на чергового") || shown.contains("ДБР"), page);
        }
        video.viewings.clear();
        assertEquals(403, officer.post("/footage/exports", cancel, Map.of()).statusCode());
        assertEquals(List.of("1000001 REFUSED [cam-0]"), looks());
        assertEquals(
                Exports.State.WAITING, video.exports.find(export).orElseThrow().state());
        Desk head = Desk.of(port, "1000005");
        assertTrue(head.get("/footage/exports").body().contains("ДБР"));
        assertEquals(303, head.post("/footage/exports", cancel, Map.of()).statusCode());
        assertEquals("1000005 EXPORT_CANCELLED [cam-0]", looks().getLast());
        assertEquals(
                Exports.State.CANCELLED,
                video.exports.find(export).orElseThrow().state());
    }

    @Test
    @DisplayName(
            "is painted over by the masks of the time in which it was recorded, also where the camera has none now")
    void isPaintedOverByTheMasksOfThen() {
        Desk officer = Desk.of(port, "1000001");
        saysWhy(officer, "care");
        String at = "/live/footage/cam-0?at=" + first().start().plusSeconds(2);
        assertFalse(json(officer.get(at)).get("masked").booleanValue());
        video.masks.before(CAMERA, List.of(new Mask(0, 0, 100, 100)));
        assertTrue(json(officer.get(at)).get("masked").booleanValue());
        video.masks.before(CAMERA, List.of(Mask.WHOLE));
        assertEquals(
                403, officer.get("/live/footage/cam-0/" + first().sequence()).statusCode());
        video.masks.before(CAMERA, List.of());
    }
}
