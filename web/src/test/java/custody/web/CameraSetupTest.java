package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.live.Mask;
import custody.video.live.Masks;
import custody.web.house.HouseClock;
import custody.web.house.InMemoryAccounts;
import custody.web.house.cameras.CameraHouse;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = CameraHouse.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("Setting up cameras")
class CameraSetupTest {
    private static final String ADMINISTRATOR = "1000009";
    private static final String SECRET = "Tr0ub4dor-nobody-reads-this";
    private static final Map<String, String> CAMERA = Map.of(
            "id", "reg-1",
            "name", "Стійка",
            "room", "REG",
            "aim", "room",
            "direction", "стійка і вхід",
            "address", "rtsp://10.1.2.3/stream1",
            "user", "admin",
            "password", SECRET,
            "used", "true",
            "do", "save");

    @LocalServerPort
    private int port;

    @Autowired
    private HouseClock clock;

    @Autowired
    private InMemoryAccounts accounts;

    @Autowired
    private CameraHouse.Kept cameras;

    @Autowired
    private Masks masks;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-24T10:00:00Z"));
    }

    private static Map<String, String> with(String... changes) {
        Map<String, String> camera = new HashMap<>(CAMERA);
        for (int i = 0; i < changes.length; i += 2) {
            camera.put(changes[i], changes[i + 1]);
        }
        return camera;
    }

    @Test
    @DisplayName("adds a camera whose password no page shows again")
    void addsACamera() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        HttpResponse<String> added = desk.post("/admin/cameras/new", "/admin/cameras/new", CAMERA);
        assertEquals("/admin/cameras", Desk.location(added));
        String all = desk.get("/admin/cameras").body();
        assertTrue(all.contains("Стійка"));
        String room = all.substring(all.indexOf("id=\"room-REG\""));
        assertTrue(room.substring(0, room.indexOf("</tr>")).contains("записується"), room);
        assertTrue(all.contains("href=\"/admin/cameras/new?room="), "the other rooms have no camera");
        assertTrue(desk.get("/admin/cameras/new?room=REG").body().contains("value=\"REG\" selected"), "chosen already");
        String page = desk.get("/admin/cameras/reg-1").body();
        assertTrue(page.contains("rtsp://10.1.2.3/stream1"));
        assertFalse(page.contains(SECRET));
        assertFalse(page.contains("\"admin\""), "the user is a part of the account");
        HttpResponse<String> changed = desk.post(
                "/admin/cameras/reg-1", "/admin/cameras/reg-1", with("user", "", "password", "", "name", "Вхід"));
        assertEquals("/admin/cameras", Desk.location(changed));
        assertInstanceOf(
                AccountChange.Keep.class, cameras.wanted("reg-1").orElseThrow().account());
        assertEquals(
                "/admin/cameras",
                Desk.location(desk.post("/admin/cameras/reg-1", "/admin/cameras/reg-1/remove", Map.of())));
        assertEquals(404, desk.get("/admin/cameras/reg-1").statusCode());
    }

    @Test
    @DisplayName(
            "shows on a plan which rooms are recorded and which are not, each leading to its row, without an own style")
    void showsAPlan() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "plan-1"));
        String page = desk.get("/admin/cameras").body();
        String plan = page.substring(page.indexOf("<svg class=\"plan plan--wide\""));
        plan = plan.substring(0, plan.indexOf("</svg>"));
        assertTrue(plan.contains("plan__room--recorded\" href=\"#room-REG\""), plan);
        assertTrue(plan.contains("plan__room--missing"), plan);
        assertTrue(page.contains("<svg class=\"plan plan--narrow\""));
        assertFalse(page.contains(" style="), "the policy lets no inline style in");
        java.util.regex.Pattern.compile("href=\"#(room-[^\"]+)\"")
                .matcher(plan)
                .results()
                .forEach(link -> assertTrue(page.contains("id=\"" + link.group(1) + "\""), link.group(1)));
    }

    @Test
    @DisplayName("sends a stored password to no other host or port, neither in a try nor when it is saved")
    void sendsAStoredPasswordNowhereElse() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        var _ = desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "keep-1"));
        String page = "/admin/cameras/keep-1";
        for (String address : new String[] {"rtsp://10.9.9.9/stream1", "rtsp://10.1.2.3:8554/stream1"}) {
            for (String what : new String[] {"try", "save"}) {
                HttpResponse<String> asked =
                        desk.post(page, page, with("user", "", "password", "", "address", address, "do", what));
                assertEquals(422, asked.statusCode(), address + " " + what);
                assertTrue(asked.body().contains("належать попередній адресі"), asked.body());
            }
        }
        HttpResponse<String> smaller =
                desk.post(page, page, with("user", "", "password", "", "second", "rtsp://10.9.9.9/stream2"));
        assertEquals(422, smaller.statusCode());
        assertInstanceOf(
                AccountChange.Set.class, cameras.wanted("keep-1").orElseThrow().account());
        HttpResponse<String> same =
                desk.post(page, page, with("user", "", "password", "", "address", "rtsp://10.1.2.3/other"));
        assertEquals("/admin/cameras", Desk.location(same));
    }

    @Test
    @DisplayName("cannot point into another network or carry an account in the address, and says so beside the field")
    void cannotPointElsewhere() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        Map<String, String> reasons = Map.of(
                "rtsp://192.168.1.1/x", "поза мережами камер",
                "rtsp://127.0.0.1/x", "службова",
                "rtsp://10.1.2.3:22/x", "video.ports",
                "rtsp://admin:secret@10.1.2.3/x", "окремі поля",
                "http://10.1.2.3/x", "rtsp://");
        reasons.forEach((address, reason) -> {
            HttpResponse<String> refused =
                    desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "bad-1", "address", address));
            assertEquals(422, refused.statusCode(), address);
            assertTrue(refused.body().contains(reason), address);
            assertTrue(refused.body().contains("href=\"#address\""), address);
            assertFalse(refused.body().contains(SECRET), address);
        });
        assertTrue(cameras.wanted("bad-1").isEmpty());
    }

    @Test
    @DisplayName("can try a camera without saving it")
    void canTryWithoutSaving() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        String wrong = desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "try-1", "do", "try"))
                .body();
        assertTrue(wrong.contains("Не приймає цих користувача й пароль"));
        String right = desk.post(
                        "/admin/cameras/new",
                        "/admin/cameras/new",
                        with("id", "try-1", "do", "try", "password", "right"))
                .body();
        assertTrue(right.contains("1920 × 1080"));
        assertFalse(right.contains("Менший потік"));
        String both = desk.post(
                        "/admin/cameras/new",
                        "/admin/cameras/new",
                        with("id", "try-1", "do", "try", "password", "right", "second", "rtsp://10.1.2.3/stream2"))
                .body();
        assertTrue(both.contains("Потік, що записується: ") && both.contains("Менший потік: "), both);
        assertTrue(right.contains("ключовими кадрами"), "rare key frames are told");
        assertTrue(right.contains("value=\"rtsp://10.1.2.3/stream1\""), "what was typed stays");
        assertTrue(cameras.wanted("try-1").isEmpty());
    }

    @Test
    @DisplayName("hides parts of a picture by masks, and says which mask is none")
    void hidesPartsOfAPicture() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "mask-1"));
        String path = "/admin/cameras/mask-1/masks";
        HttpResponse<String> wrong = desk.post(
                path, path, Map.of("left-0", "50", "top-0", "0", "width-0", "60", "height-0", "10", "left-2", "x"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("href=\"#left-0\""), "reaches out of the picture");
        assertTrue(wrong.body().contains("href=\"#left-2\""), "is no number");
        assertTrue(wrong.body().contains("value=\"60\""), "what was typed stays");
        assertEquals(List.of(), masks.of(new CameraId("mask-1")));
        HttpResponse<String> right =
                desk.post(path, path, Map.of("left-0", "62,5", "top-0", "0", "width-0", "37.5", "height-0", "100"));
        assertEquals(path + "?saved=", Desk.location(right));
        assertEquals(List.of(new Mask(625, 0, 375, 1_000)), masks.of(new CameraId("mask-1")));
        assertTrue(desk.get(path).body().contains("value=\"62.5\""));
        desk.post(path, path, Map.of());
        assertEquals(List.of(), masks.of(new CameraId("mask-1")));
        assertEquals(403, Desk.of(port, "1000001").get(path).statusCode());
        assertEquals(404, desk.get("/admin/cameras/none-1/masks").statusCode());
    }

    @Test
    @DisplayName("is for administrators only; whoever may watch sees states in the API and no address")
    void isForAdministratorsOnly() {
        Desk.of(port, ADMINISTRATOR).post("/admin/cameras/new", "/admin/cameras/new", with("id", "api-1"));
        assertEquals(403, Desk.of(port, "1000001").get("/admin/cameras").statusCode());
        assertEquals(403, Desk.of(port, "1000005").get("/admin/cameras/new").statusCode());
        String watching = asProgram("1000001").body();
        assertTrue(watching.contains("\"state\":\"recording\""), watching);
        assertFalse(watching.contains("rtsp:"), watching);
        assertTrue(asProgram(ADMINISTRATOR).body().contains("rtsp:"));
        assertEquals(403, asProgram("1000004").statusCode());
        assertFalse(watching.contains(SECRET));
    }

    private HttpResponse<String> asProgram(String badge) {
        accounts.token(
                Tokens.digest("token-of-" + badge),
                new Badge(badge),
                clock.instant().plusSeconds(600));
        return new Desk(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/cameras"))
                        .header("Authorization", "Bearer token-of-" + badge));
    }

    @Test
    @DisplayName("puts no camera back where it was by a form that was opened before it moved; trying stays possible")
    void putsNoCameraBack() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        String path = "/admin/cameras/moved-1";
        assertEquals(
                303,
                desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "moved-1"))
                        .statusCode());
        Map<String, String> older = desk.filled(path, with("id", "moved-1", "name", "Інша назва"));
        assertEquals(
                303,
                desk.post(path, path, with("id", "moved-1", "room", "INT-1")).statusCode());
        HttpResponse<String> answer = desk.post(path, older);
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals(
                "INT-1", cameras.find(new CameraId("moved-1")).orElseThrow().room());
        assertTrue(answer.body().contains("</strong>: Кімната для допиту 1"), answer.body());
        assertTrue(answer.body().contains("value=\"Інша назва\""), "what was typed is kept");
        Map<String, String> again = new HashMap<>(older);
        again.put("seen", answer.body().replaceFirst("(?s).*?name=\"seen\" value=\"([^\"]*)\".*", "$1"));
        assertEquals(303, desk.post(path, again).statusCode());
    }

    @Test
    @DisplayName("takes no mask away by a form that was opened before it was drawn")
    void takesNoMaskAway() {
        Desk desk = Desk.of(port, ADMINISTRATOR);
        String camera = "/admin/cameras/drawn-1";
        String path = camera + "/masks";
        assertEquals(
                303,
                desk.post("/admin/cameras/new", "/admin/cameras/new", with("id", "drawn-1"))
                        .statusCode());
        Map<String, String> one = Map.of("left-0", "10", "top-0", "10", "width-0", "5", "height-0", "5");
        Map<String, String> older = desk.filled(path, one);
        Map<String, String> shower = Map.of("left-0", "40", "top-0", "50", "width-0", "20", "height-0", "30");
        assertEquals(303, desk.post(path, path, shower).statusCode());
        List<Mask> drawn = masks.of(new CameraId("drawn-1"));
        HttpResponse<String> answer = desk.post(path, older);
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals(drawn, masks.of(new CameraId("drawn-1")));
        assertTrue(answer.body().contains("40 % · 50 % · 20 × 30 %"), answer.body());
        assertTrue(answer.body().contains("name=\"left-0\" value=\"10\""), "what was typed is kept");
    }
}
