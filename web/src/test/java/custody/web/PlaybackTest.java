package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.video.archive.FootageGaps.Known;
import custody.video.archive.GapCause;
import custody.video.archive.Hold;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.PrivacyClass;
import custody.video.playback.Stillness;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Recorded footage")
class PlaybackTest extends FootageTest {
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
        int written = video.viewings.size();
        assertTrue(written <= 2, "ten minutes are one look");
        for (int times = 0; times < 3; times++) {
            later(officer, at);
            assertEquals(200, officer.get(bytes).statusCode());
        }
        assertEquals(written, video.viewings.size(), "whoever goes on looking looks once");
        later(officer, at);
        later(officer, at);
        assertEquals(200, officer.get(bytes).statusCode());
        assertEquals(2 * written, video.viewings.size(), "whoever comes back to it looks again");
    }

    /** Five minutes later, the page was used meanwhile. */
    private void later(Desk officer, Instant at) {
        clock.set(clock.instant().plusSeconds(300));
        assertEquals(200, officer.get("/video/cam-0?at=" + at).statusCode());
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
    @DisplayName(
            "is held at the request of an advocate by whoever may, and for a record that the holder may read alone")
    void isHeldAtARequest() {
        RecordId record = BusyMorning.play(records, clock);
        Desk officer = Desk.of(port, "1000001");
        saysWhy(officer, "complaint");
        Instant at = first().start();
        Map<String, String> hold = new HashMap<>(Map.of(
                "from", at.toString(),
                "to", at.plusSeconds(60).toString(),
                "reason", "клопотання захисника",
                "request", "advocate-request",
                "record", record.toString()));
        String page = "/video/cam-0?at=" + at;
        assertTrue(officer.get(page).body().contains("value=\"advocate-request\""));
        assertEquals(
                303,
                officer.post("/video/cam-0/hold", officer.filled(page, hold)).statusCode());
        Hold placed = held().getFirst();
        assertEquals(Hold.Ground.ADVOCATE_REQUEST, placed.ground());
        assertEquals(Optional.of(record.value()), placed.record());
        hold.put("request", "complaint");
        hold.put("reason", "сам");
        assertEquals(
                303,
                officer.post("/video/cam-0/hold", officer.filled(page, hold)).statusCode());
        assertEquals(
                Set.of(Hold.Ground.ADVOCATE_REQUEST, Hold.Ground.OTHER),
                held().stream().map(Hold::ground).collect(Collectors.toSet()),
                "no other ground can be chosen");
        for (String foreign : List.of("00000000-0000-0000-0000-000000000001", "x")) {
            hold.put("record", foreign);
            hold.put("reason", "чужий запис " + foreign);
            assertEquals(
                    404,
                    officer.post("/video/cam-0/hold", officer.filled(page, hold))
                            .statusCode());
        }
        assertEquals(2, held().size());
        video.holds.forget();
    }

    private List<Hold> held() {
        return video.holds.of(House.FACILITY.code(), true).stream()
                .filter(one -> one.record().isPresent())
                .toList();
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
