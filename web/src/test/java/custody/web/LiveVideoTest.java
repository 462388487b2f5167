package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.archive.Viewings.Kind;
import custody.video.archive.Viewings.Viewing;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.live.Mask;
import custody.video.live.Masks.Lift;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import custody.web.house.video.InMemoryVideo;
import custody.web.house.video.Studio;
import custody.web.video.NamedStaff;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Live pictures")
class LiveVideoTest extends ServerTest {
    private static final String FACILITY = House.FACILITY.code();

    @TempDir
    static Path archive;

    static Studio studio;

    @Autowired
    InMemoryVideo video;

    private final Queue<StreamKind> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void record() throws Exception {
        studio = Studio.open(archive, 2);
        studio.record(30);
    }

    @AfterAll
    static void stop() throws Exception {
        studio.close();
    }

    @BeforeEach
    void cameras() {
        video.cameras.add(InMemoryCameras.camera(FACILITY, "cam-0", "CELL-1", PrivacyClass.NORMAL));
        video.cameras.add(InMemoryCameras.camera(FACILITY, "cam-1", "CELL-2", PrivacyClass.MASKED));
        video.cameras.add(InMemoryCameras.camera(FACILITY, "cam-9", "MED", PrivacyClass.PRIVILEGED));
        video.cameras.add(InMemoryCameras.camera("UA99-0001", "elsewhere", "CELL-1", PrivacyClass.NORMAL));
        video.live((camera, kind, masks, viewer) -> {
            asked.add(kind);
            return studio.hub().watch(camera, viewer);
        });
        asked.clear();
        video.viewings.clear();
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private int refusal(Desk desk, String origin) {
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> desk.socket("/live/video", origin, new Heard()).join());
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    /** A page's socket, over which it asks for these cameras, numbered from 7. */
    private WebSocket ask(Desk desk, Heard heard, String... wanted) {
        WebSocket socket = desk.socket("/live/video", origin(), heard).join();
        socket.sendText(
                        IntStream.range(0, wanted.length)
                                .mapToObj(i -> "open " + (7 + i) + " " + wanted[i])
                                .collect(Collectors.joining("\n")),
                        true)
                .join();
        return socket;
    }

    private static void await(Heard heard, String text) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!heard.texts.contains(text) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(heard.texts.contains(text), text + " in " + heard.texts);
    }

    @Test
    @DisplayName("can be watched by the custody officer, and the look is written down first")
    void canBeWatched() throws Exception {
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-0 main");
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        assertTrue(heard.texts.getFirst().startsWith("{\"view\":7,\"coding\":\"avc1."), heard.texts.toString());
        assertEquals("ftyp", type(heard.messages.get(0)));
        assertTrue(List.of("moof", "prft").contains(type(heard.messages.get(1))));
        assertEquals(1, video.viewings.size());
        assertEquals(Kind.LIVE, video.viewings.getFirst().kind());
        assertEquals("1000001", video.viewings.getFirst().person().badge());
        socket.sendText("123.5", true).join();
        await(heard, "{\"echo\":\"123.5\"}");
        clock.set(clock.instant().plusSeconds(40));
        socket.sendText("close 7", true).join();
        Viewing watched = ended();
        assertEquals("1000001", watched.person().badge());
        assertEquals(List.of(new CameraId("cam-0")), watched.cameras());
        assertEquals(video.viewings.getFirst().from(), watched.from());
        assertEquals(watched.from().plusSeconds(40), watched.to(), "until when is written down too");
        socket.abort();
    }

    /** The entry of a view that is over, which nobody waits for but this test. */
    private Viewing ended() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            Optional<Viewing> found = List.copyOf(video.viewings).stream()
                    .filter(one -> one.kind() == Kind.WATCHED)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no end in " + video.viewings);
    }

    private long begun() {
        return List.copyOf(video.viewings).stream()
                .filter(one -> one.kind() == Kind.LIVE)
                .count();
    }

    @Test
    @DisplayName("that are over while nothing can be written are written down as watched when it can be again")
    void whoseEndCannotBeWrittenIsWrittenLater() throws Exception {
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-0 main");
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        video.failing(2);
        socket.sendText("close 7", true).join();
        assertEquals(new CameraId("cam-0"), ended().cameras().getFirst());
        assertEquals(0, video.failing(0), "it was tried before");
        socket.abort();
    }

    @Test
    @DisplayName("come from the camera's smaller stream where a wall asks for it, but never for whoever sees it masked")
    void comeFromTheSmallerStream() throws Exception {
        Camera camera = InMemoryCameras.camera(FACILITY, "cam-0", "CELL-1", PrivacyClass.NORMAL);
        video.cameras.add(new Camera(
                camera.id(),
                FACILITY,
                camera.room(),
                camera.name(),
                camera.aim(),
                "",
                camera.privacy(),
                Map.of(
                        StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/main"),
                        StreamKind.SUB, new StreamAddress("127.0.0.1", 554, "/sub")),
                false,
                true));
        Desk officer = Desk.of(port, "1000001");
        assertTrue(officer.get("/video?n=4").body().contains("data-smaller=\"cam-0 sub\""));
        watch(officer, "cam-0 sub");
        assertEquals(List.of(StreamKind.SUB), List.copyOf(asked));
        video.masks.put(camera.id(), List.of(new Mask(0, 0, 100, 100)), new Person("1000009"), MORNING);
        assertFalse(officer.get("/video?n=4").body().contains("data-smaller"));
        watch(officer, "cam-0 sub");
        assertEquals(List.of(StreamKind.SUB, StreamKind.MAIN), List.copyOf(asked));
        video.masks.put(camera.id(), List.of(), new Person("1000009"), MORNING);
        assertEquals(2, begun(), "each is written down");
    }

    private void watch(Desk desk, String wanted) throws Exception {
        var heard = new Heard();
        WebSocket socket = ask(desk, heard, wanted);
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        socket.abort();
    }

    @Test
    @DisplayName(
            "of a whole wall come over one socket, each picture under its view's number, until the page wants no more of one")
    void comeOverOneSocket() throws Exception {
        video.cameras.add(InMemoryCameras.camera(FACILITY, "cam-1", "CELL-2", PrivacyClass.NORMAL));
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-0 main", "cam-1 main");
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heard.numbers().size() < 2 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(Set.of(7, 8), heard.numbers());
        assertEquals(2, begun(), "each is written down");
        socket.sendText("close 7", true).join();
        socket.sendText("open 9 cam-0 main", true).join();
        while (!heard.numbers().contains(9) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(Set.of(7, 8, 9), heard.numbers(), "a view that was left can be asked for anew");
        assertFalse(heard.closed.isDone());
        socket.abort();
    }

    @Test
    @DisplayName("cannot be watched by an investigator, a stranger, or a page of another site")
    void cannotBeWatchedByOthers() {
        assertEquals(403, refusal(Desk.of(port, "1000004"), origin()));
        assertEquals(Kind.REFUSED, video.viewings.getFirst().kind(), "who was refused leaves a leaf as well");
        assertEquals("1000004", video.viewings.getFirst().person().badge());
        video.viewings.clear();
        assertEquals(403, refusal(Desk.of(port, "1000001"), "http://elsewhere.example"));
        assertTrue(List.of(302, 303, 401).contains(refusal(new Desk(port), origin())));
        assertEquals(400, Desk.of(port, "1000001").get("/live/video").statusCode());
        assertEquals(
                List.of(),
                video.viewings.stream().filter(one -> one.kind() == Kind.LIVE).toList());
    }

    @Test
    @DisplayName("cannot be had of a room where nothing is shown, of another facility, or of no camera")
    void cannotBeHadOfPrivateRooms() throws Exception {
        var heard = new Heard();
        WebSocket socket =
                ask(Desk.of(port, "1000001"), heard, "cam-9 main", "cam-1 main", "elsewhere main", "no-camera main");
        for (int view = 7; view <= 10; view++) {
            // 8 is a masked room without a mask, which shows nothing.
            await(heard, "{\"view\":" + view + ",\"over\":4003}");
        }
        assertEquals(List.of(), heard.messages);
        assertEquals(List.of(), List.copyOf(asked));
        assertEquals(
                Set.of("REFUSED cam-9", "REFUSED cam-1"),
                video.viewings.stream()
                        .map(one -> one.kind() + " " + one.cameras().getFirst())
                        .collect(Collectors.toSet()),
                "who asked for what may not be shown leaves a leaf");
        socket.abort();
    }

    @Test
    @DisplayName("end within seconds when the lift of a mask ends")
    void endWithTheLift() throws Exception {
        var camera = new CameraId("cam-1");
        var person = new Person("1000001");
        Lift lift = video.masks.lift(camera, person, "сутичка", Duration.ofMinutes(5), MORNING);
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-1 main");
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        video.masks.end(lift.id(), person, MORNING);
        await(heard, "{\"view\":7,\"over\":4001}");
        socket.abort();
    }

    @Test
    @DisplayName("go on behind the masks when a complaint names whoever lifted them, hours after what is held for it")
    void goOnBehindTheMasksForWhoeverAComplaintNames() throws Exception {
        var camera = new CameraId("cam-1");
        List<Mask> corner = List.of(new Mask(0, 0, 200, 300));
        video.masks.put(camera, corner, new Person("1000009"), MORNING);
        Lift lift = video.masks.lift(camera, new Person("1000001"), "сутичка", Duration.ofMinutes(5), MORNING);
        Queue<List<Mask>> painted = new ConcurrentLinkedQueue<>();
        video.live((id, kind, masks, viewer) -> {
            painted.add(masks);
            return studio.hub().watch(id, viewer);
        });
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-1 main");
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        var record = UUID.randomUUID();
        video.named("1000001", record, new NamedStaff.Named(Set.of("CELL-2"), Instant.MAX));
        var wanted = new Holds.Wanted(
                FACILITY,
                Set.of(),
                MORNING.minusSeconds(9_000),
                MORNING.minusSeconds(7_200),
                Hold.Ground.COMPLAINT,
                "скарга",
                Optional.of(record));
        video.holds.place(new Hold.HoldId(record), wanted, new Person("1000005"), MORNING);
        await(heard, "{\"view\":7,\"over\":4001}");
        watch(Desk.of(port, "1000001"), "cam-1 main");
        assertEquals(List.of(List.of(), corner), List.copyOf(painted));
        socket.abort();
        video.holds.forget();
        video.nobodyIsNamed();
        video.masks.end(lift.id(), new Person("1000001"), MORNING);
        video.masks.put(camera, List.of(), new Person("1000009"), MORNING);
    }

    @Test
    @DisplayName("end when the watcher is given a new password, since somebody else may be watching by the old one")
    void endWithTheSession() throws Exception {
        var heard = new Heard();
        WebSocket socket = ask(Desk.of(port, "1000001"), heard, "cam-0 main");
        assertTrue(heard.enough.await(10, TimeUnit.SECONDS));
        String credentials = "/admin/officers/1000001";
        Desk.of(port, "1000009")
                .post(credentials, credentials + "/password", Map.of("password", custody.web.house.House.PASSWORD));
        assertEquals(4003, heard.closed.get(10, TimeUnit.SECONDS));
        socket.abort();
    }

    @Test
    @DisplayName("are on a wall that says how each camera is, and never who watches")
    void areOnAWall() {
        String wall = Desk.of(port, "1000001").get("/video?n=9").body();
        assertTrue(wall.contains("data-live=\"cam-0 main\""), wall);
        assertFalse(wall.contains("data-live=\"cam-9 main\""));
        assertFalse(wall.contains("elsewhere"));
        assertFalse(wall.contains("1000005"));
        assertEquals(403, Desk.of(port, "1000004").get("/video").statusCode());
        assertEquals(200, Desk.of(port, "1000005").get("/video/cam-0").statusCode());
    }

    private static String type(byte[] message) {
        return new String(message, 5, 4, StandardCharsets.US_ASCII);
    }
}
