package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import custody.web.house.video.InMemoryVideo;
import custody.web.video.NamedStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A mask")
class MaskLiftTest extends ServerTest {
    private static final CameraId CAMERA = new CameraId("lift-1");
    private static final Person OFFICER = new Person("1000001");
    private static final List<Mask> CORNER = List.of(new Mask(0, 0, 200, 300));
    private static final String PAGE = "/video/lift-1/mask";

    @Autowired
    InMemoryVideo video;

    @BeforeEach
    void maskedCell() {
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "lift-1", "CELL-2", PrivacyClass.MASKED));
        video.masks.put(CAMERA, CORNER, new Person("1000009"), MORNING);
    }

    @AfterEach
    void putBack() {
        video.masks
                .lifts(CAMERA, MORNING, MORNING.plusSeconds(9_999))
                .forEach(lift -> video.masks.end(lift.id(), OFFICER, MORNING));
        video.cameras.remove(CAMERA, OFFICER);
        video.nobodyIsNamed();
        video.holds.forget();
    }

    private List<Mask> shown(String badge) {
        return video.masks.shown(CAMERA, new Person(badge), clock.instant());
    }

    private static int lift(Desk desk, String minutes, String reason) {
        return desk.post(PAGE, PAGE, Map.of("minutes", minutes, "reason", reason))
                .statusCode();
    }

    @Test
    @DisplayName("is lifted with a reason, for minutes, for one person, and comes back by itself")
    void isLiftedForAWhile() {
        Desk officer = Desk.of(port, "1000001");
        assertEquals(303, lift(officer, "5", "непритомний"));
        assertEquals(List.of(), shown("1000001"));
        assertEquals(CORNER, shown("1000005"), "whoever lifted nothing");
        assertTrue(officer.get("/video/lift-1").body().contains("Маску знято до 12:05"));
        assertTrue(officer.get(PAGE).body().contains("непритомний"), "who lifted it before and why is told");
        clock.set(MORNING.plusSeconds(301));
        assertEquals(CORNER, shown("1000001"));
        assertFalse(officer.get("/video/lift-1").body().contains("Маску знято до"));
    }

    @Test
    @DisplayName("cannot be lifted without a reason or for a time that nobody offers, and nothing typed is lost")
    void cannotBeLiftedWithoutAReason() {
        Desk officer = Desk.of(port, "1000001");
        var silent = officer.post(PAGE, PAGE, Map.of("minutes", "15", "reason", " "));
        assertEquals(422, silent.statusCode());
        assertTrue(silent.body().contains("<option value=\"15\" selected"), silent.body());
        for (String minutes : new String[] {"", "0", "-5", "61", "600", "x"}) {
            assertEquals(422, lift(officer, minutes, "непритомний"), minutes);
        }
        assertEquals(CORNER, shown("1000001"));
    }

    @Test
    @DisplayName("that was lifted twice is back at once when it is put back once")
    void isPutBackAtOnce() {
        Desk officer = Desk.of(port, "1000001");
        Map<String, String> form = officer.filled(PAGE, Map.of("minutes", "30", "reason", "непритомний"));
        assertEquals(303, officer.post(PAGE, form).statusCode());
        assertEquals(303, officer.post(PAGE, form).statusCode(), "a double click");
        String id = officer.get("/video/lift-1").body().replaceAll("(?s).*name=\"lift\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> back = Map.of("lift", id);
        assertEquals(303, officer.post(PAGE, PAGE + "/end", back).statusCode());
        assertEquals(CORNER, shown("1000001"));
        assertEquals(404, officer.post(PAGE, PAGE + "/end", back).statusCode(), "there is nothing to be put back");
    }

    @Test
    @DisplayName(
            "cannot be put back for another person, nor lifted where nothing may be recorded: who tries leaves a leaf")
    void whoIsRefusedInsideThePageLeavesALeaf() {
        var other = video.masks.lift(CAMERA, new Person("1000099"), "огляд", Duration.ofMinutes(5), clock.instant());
        Desk officer = Desk.of(port, "1000001");
        Map<String, String> form =
                officer.filled(PAGE, Map.of("lift", other.id().toString()));
        video.viewings.clear();
        assertEquals(404, officer.post(PAGE + "/end", form).statusCode());
        assertEquals(List.of("1000001 REFUSED [lift-1]"), refused());
        assertTrue(video.masks
                .lifts(CAMERA, clock.instant(), clock.instant().plusMillis(1))
                .contains(other));
        form.put("lift", "no-lift");
        assertEquals(404, officer.post(PAGE + "/end", form).statusCode());
        assertEquals(1, video.viewings.size(), "what nobody lifted is no refusal");
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "lift-1", "MED", PrivacyClass.PRIVILEGED));
        form.putAll(Map.of("minutes", "5", "reason", "непритомний"));
        assertEquals(403, officer.post(PAGE, form).statusCode());
        assertEquals(List.of("1000001 REFUSED [lift-1]", "1000001 REFUSED [lift-1]"), refused());
    }

    @Test
    @DisplayName("of a camera that was taken out is lifted for a look at what it recorded, and put back")
    void ofACameraThatWasTakenOutIsLiftedForALook() {
        video.cameras.remove(CAMERA, new Person("1000009"));
        Desk officer = Desk.of(port, "1000001");
        FootageTest.saysWhy(officer, "care");
        String playback = "/video/lift-1?at=" + MORNING.minusSeconds(600);
        String link = "/video/lift-1/mask?at=" + MORNING.minusSeconds(600);
        assertTrue(officer.get(playback).body().contains(link), "the page of what was recorded offers it");
        Map<String, String> wanted = Map.of(
                "minutes", "5",
                "reason", "огляд минулого",
                "at", MORNING.minusSeconds(600).toString());
        assertEquals(playback, Desk.location(officer.post(PAGE, officer.filled(link, wanted))));
        assertEquals(List.of(), shown("1000001"));
        String page = officer.get(playback).body();
        assertFalse(page.contains(link));
        String id = page.replaceAll("(?s).*name=\"lift\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> back =
                Map.of("lift", id, "at", MORNING.minusSeconds(600).toString());
        assertEquals(playback, Desk.location(officer.post(playback, PAGE + "/end", back)));
        assertEquals(CORNER, shown("1000001"));
    }

    /** Of an hour, for a record that names the officer. */
    private void complaint(Instant from) {
        var record = UUID.randomUUID();
        // It was over before anything of it was held: what is held is refused all the same.
        video.named("1000001", record, new NamedStaff.Named(Set.of("REG"), Instant.EPOCH));
        hold(record, from, Hold.Ground.COMPLAINT);
    }

    private void hold(UUID record, Instant from, Hold.Ground ground) {
        var wanted = new Holds.Wanted(
                House.FACILITY.code(), Set.of(), from, from.plusSeconds(3_600), ground, "скарга", Optional.of(record));
        video.holds.place(new Hold.HoldId(UUID.randomUUID()), wanted, new Person("1000005"), MORNING);
    }

    @Test
    @DisplayName("is not lifted by whoever a complaint of now or of then names, whatever time it is asked for")
    void isNotLiftedByWhoeverAComplaintNames() {
        Desk officer = Desk.of(port, "1000001");
        Instant week = MORNING.minus(Duration.ofDays(7));
        Map<String, String> wanted = Map.of("minutes", "5", "reason", "огляд", "at", week.toString());
        for (Instant held : List.of(MORNING.minusSeconds(60), week.minusSeconds(60))) {
            complaint(held);
            video.viewings.clear();
            assertEquals(403, officer.post(PAGE, PAGE, wanted).statusCode());
            assertEquals(List.of("1000001 REFUSED [lift-1]"), refused());
            video.holds.forget();
        }
        assertEquals(CORNER, shown("1000001"));
        complaint(MORNING.minusSeconds(60));
        assertEquals(403, lift(officer, "5", "огляд"), "of the pictures of now");
        video.holds.forget();
        assertEquals(303, officer.post(PAGE, PAGE, wanted).statusCode());
    }

    @Test
    @DisplayName(
            "is not lifted in a room of the complaint's record by whoever it names, hours after what is held of it and for as long as it lasts")
    void isNotLiftedForAsLongAsTheRecordLasts() {
        Desk officer = Desk.of(port, "1000001");
        var record = UUID.randomUUID();
        hold(record, MORNING.minusSeconds(9_000), Hold.Ground.COMPLAINT);
        video.named("1000001", record, new NamedStaff.Named(Set.of("CELL-2", "REG"), Instant.MAX));
        video.viewings.clear();
        assertEquals(403, lift(officer, "5", "огляд"));
        assertEquals(List.of("1000001 REFUSED [lift-1]"), refused());
        video.named("1000001", record, new NamedStaff.Named(Set.of(), Instant.MAX));
        assertEquals(403, lift(officer, "5", "огляд"), "nobody knows the rooms");
        assertEquals(CORNER, shown("1000001"));
        video.named("1000001", record, new NamedStaff.Named(Set.of("REG"), Instant.MAX));
        assertEquals(303, lift(officer, "5", "огляд"), "the person was never in that room");
        video.named("1000001", record, new NamedStaff.Named(Set.of("CELL-2"), MORNING));
        assertEquals(303, lift(officer, "5", "огляд"), "the record's time is over");
        video.holds.forget();
        hold(record, MORNING.minusSeconds(9_000), Hold.Ground.OTHER);
        video.named("1000001", record, new NamedStaff.Named(Set.of("CELL-2"), Instant.MAX));
        assertEquals(303, lift(officer, "5", "огляд"), "that it complains of nobody keeps nobody out");
    }

    private List<String> refused() {
        return video.viewings.stream()
                .map(one -> one.person() + " " + one.kind() + " " + one.cameras())
                .toList();
    }

    @Test
    @DisplayName("cannot be lifted by the head, an investigator or an administrator")
    void cannotBeLiftedByOthers() {
        for (String badge : new String[] {"1000005", "1000004", "1000009"}) {
            Desk other = Desk.of(port, badge);
            assertEquals(403, other.get(PAGE).statusCode(), badge);
            assertEquals(403, lift(other, "5", "цікаво"), badge);
            assertEquals(CORNER, shown(badge));
        }
    }
}
