package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageExported;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.export.Exports;
import custody.video.live.Mask;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recorded footage")
class ExportsTest extends FootageTest {
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
        assertEquals(List.of("1000005 EXPORT_ASKED [cam-0]"), looks(), "who asked is written down, once");
        Instant from = at.truncatedTo(ChronoUnit.MILLIS);
        assertEquals(from, video.viewings.getFirst().from());
        assertEquals(from.plusSeconds(60), video.viewings.getFirst().to());
        form.put("recipient", "прокуратура\nОдеса");
        assertEquals(
                422, head.post("/footage/exports", form).statusCode(), "a recipient is one line, in the record too");
        form.put("recipient", "прокуратура");
        assertEquals(303, head.post("/footage/exports", form).statusCode());
        assertEquals(before + 2, video.exports.of(House.FACILITY.code()).size(), "other words are another wish");
        form.remove("key");
        assertEquals(400, head.post("/footage/exports", form).statusCode());
        var export = newestOf("суд");
        String file = "/footage/exports/" + export.id() + "/file";
        assertEquals(404, head.get(file).statusCode());
        video.viewings.clear();
        givesUp(newestOf("прокуратура"), head);
        video.exports.set(export.id(), Exports.State.READY, 100, Optional.of(archive.resolve(first().path())));
        assertEquals(0, video.viewings.size());
        assertEquals(200, head.get(file).statusCode());
        assertEquals(Kind.EXPORT, video.viewings.getFirst().kind());
        assertEquals(403, Desk.of(port, "1000010").get(file).statusCode());
        assertEquals(403, Desk.of(port, "1000004").get("/footage/exports").statusCode());
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
        assertEquals(303, head.post("/footage/exports", cancel, Map.of()).statusCode(), "a double click");
        assertEquals(List.of("1000005 EXPORT_CANCELLED [cam-0]"), looks(), "who gave it up is written down, once");
        video.viewings.clear();
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
    @DisplayName(
            "that is exported by camera and time from a record's timeline is of that record, for whoever may export of it")
    void isOfTheRecordThatLedToIt() {
        RecordId record = BusyMorning.play(records, clock);
        Desk head = Desk.of(port, "1000005");
        Instant at = first().start();
        String here = "/footage/exports?camera=cam-0&at=" + at + "&record=" + record;
        assertTrue(head.get(here).body().contains("name=\"record\" value=\"" + record + "\""));
        Map<String, String> wanted = Map.of(
                "camera",
                "cam-0",
                "from",
                at.toString(),
                "to",
                at.plusSeconds(30).toString(),
                "recipient",
                "із запису",
                "reason",
                "ухвала",
                "record",
                record.toString());
        assertEquals(
                303, head.post("/footage/exports", head.filled(here, wanted)).statusCode());
        assertEquals(Optional.of(record.value()), newestOf("із запису").wanted().record());
        Map<String, String> forged = new HashMap<>(wanted);
        forged.putAll(Map.of("record", "00000000-0000-0000-0000-000000000001", "recipient", "нікого"));
        assertEquals(404, head.post(here, "/footage/exports", forged).statusCode());
        assertTrue(video.exports.of(House.FACILITY.code()).stream()
                .noneMatch(one -> one.wanted().recipient().equals("нікого")));
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
        Exports.Export painted = newest(masked);
        video.exports.painted(painted.id(), List.of(new Mask(0, 0, 500, 500)), archive.resolve(first().path()));
        String small = "/footage/exports/" + painted.id() + "/file";
        assertEquals(200, head.get(small).statusCode());
        video.masks.put(masked, List.of(new Mask(0, 0, 600, 600)), new Person("1000009"), at);
        assertEquals(403, head.get(small).statusCode(), "painted with a smaller mask than there is now");
        assertEquals(200, officer.get(small).statusCode(), "who may lift may");
        video.masks.put(masked, List.of(new Mask(0, 0, 500, 500)), new Person("1000009"), at);
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
    @DisplayName(
            "is exported for a person's whole path by one request, of whose files the record is told when they are made")
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
        video.viewings.clear();
        assertEquals("/footage/exports", Desk.location(head.post(path, form)));
        assertEquals(List.of("1000005 EXPORT_ASKED [path-2]"), looks());
        assertEquals("/footage/exports", Desk.location(head.post(path, form)), "a double click");
        assertEquals(before + 1, video.exports.of(House.FACILITY.code()).size());
        assertTrue(part.contains(newest(new CameraId("path-2")).wanted().from().toString()), part);
        assertTrue(video.exports.of(House.FACILITY.code()).stream()
                .noneMatch(one -> one.wanted().camera().value().equals("path-1")));
        assertEquals(
                Optional.of(record.value()),
                newest(new CameraId("path-2")).wanted().record(),
                "it tells the record when it is made");
        assertEquals(toldBefore, told(record).size(), "what was asked for is not handed out");
        assertEquals(
                403, Desk.of(port, "1000004").get(path + "?record=" + record).statusCode());
        video.cameras.remove(new CameraId("path-1"), new Person("1000009"));
        video.cameras.remove(new CameraId("path-2"), new Person("1000009"));
    }

    @Test
    @DisplayName("is exported once although the disk had room for a part at first")
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
        assertEquals(303, head.post(path, form).statusCode());
        assertEquals(303, head.post(path, form).statusCode(), "a double click");
        assertEquals(1, count("full-1"));
        assertEquals(1, count("full-2"));
        video.cameras.remove(new CameraId("full-1"), new Person("1000009"));
        video.cameras.remove(new CameraId("full-2"), new Person("1000009"));
    }

    @Test
    @DisplayName("of a camera that was moved while the person was there is exported only for as long as it hung there")
    void isExportedOnlyForAsLongAsTheCameraHungThere() {
        RecordId record = BusyMorning.play(records, clock);
        Instant moved = clock.instant().minusSeconds(3_600);
        CameraId left = new CameraId("left-1");
        CameraId came = new CameraId("came-1");
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "left-1", "CELL-2", PrivacyClass.NORMAL));
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "came-1", "CELL-1", PrivacyClass.NORMAL));
        video.cameras.moved(left, "CELL-1", moved);
        video.cameras.moved(came, "CELL-2", moved);
        Desk head = Desk.of(port, "1000005");
        String path = "/footage/exports/of?record=" + record;
        String page = head.get(path).body();
        Map<String, String> typed = Map.of("record", record.toString(), "recipient", "суд", "reason", "переїзд");
        List<Map.Entry<String, String>> form =
                new ArrayList<>(head.filled(path, typed).entrySet());
        for (CameraId camera : List.of(left, came)) {
            form.add(Map.entry("part", page.replaceAll("(?s).*value=\"(" + camera + " [^\"]+)\".*", "$1")));
        }
        assertEquals(303, head.post("/footage/exports/of", form).statusCode());
        assertEquals(moved, newest(left).wanted().to(), "then it showed who is in the other cell");
        assertTrue(newest(left).wanted().from().isBefore(moved));
        assertEquals(moved, newest(came).wanted().from(), "until then it showed who is in the other cell");
        assertTrue(newest(came).wanted().to().isAfter(moved));
        for (CameraId camera : List.of(left, came)) {
            video.cameras.neverMoved(camera);
            video.cameras.remove(camera, new Person("1000009"));
        }
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
}
