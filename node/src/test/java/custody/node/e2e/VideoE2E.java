package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import custody.node.running.NodeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A person before the cameras")
@TestMethodOrder(OrderAnnotation.class)
class VideoE2E {
    @TempDir
    static Path folder;

    static FilmedHouse house;
    static OpenDesk desk;
    static Instant recorded;

    @BeforeAll
    static void open() throws Exception {
        house = FilmedHouse.prepare(folder.resolve("data"));
        desk = OpenDesk.open(house.data(), "--config", house.config().toString());
        recorded = house.recordSomeAndLoseTheCameras();
    }

    @AfterAll
    static void check() throws Exception {
        desk.close();
        house.close();
        house.sayThatItsPicturesAreALoop();
        desk.check();
    }

    /** A page that asks what for is answered with what it proposes. */
    private static void look(Person person, String path) {
        person.look(path);
        Page page = person.page();
        if (page.locator("form[action='/footage/purpose']").count() > 0) {
            page.locator("#form button[type=submit]").click();
            page.waitForLoadState(LoadState.LOAD);
            person.judge();
        }
    }

    /** Asked again and again from outside: the page's own policy lets nobody evaluate a text inside it. */
    private static void until(Page page, String holds) throws InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            if (Boolean.TRUE.equals(page.evaluate(holds))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within 40 s: " + holds);
    }

    @Order(1)
    @ParameterizedTest(name = "in {0}, {1} pixels wide, {2}")
    @CsvSource({"uk, 1280, light", "en, 390, dark"})
    @DisplayName("sees the cameras now, one and many, within moments")
    void seesTheCamerasNow(String language, int width, String scheme) throws Exception {
        try (Person person = desk.person(width, scheme)) {
            person.signIn("1000001", language);
            person.look("/video");
            Page page = person.page();
            page.locator(".tile[data-camera=reg-1][data-first]").waitFor();
            page.locator(".tile[data-camera=corridor-1][data-first]").waitFor();
            page.locator(".tile[data-camera=yard-1][data-first]").waitFor();
            assertEquals(0, page.locator(".tile[data-camera=cell-1] video").count(), "a masked room without a mask");
            page.keyboard().press("l");
            until(page, "/\\d/.test(document.querySelector('.tile__latency').textContent)");
            person.judge();
            person.look("/video/reg-1");
            page.locator(".tile[data-first]").waitFor();
            person.look("/video/yard-1");
            page.locator(".tile[data-first]").waitFor();
            String told = page.locator(".tile__reduced").innerText();
            assertTrue(!told.isBlank(), "H.265 cannot be shown here: the smaller stream is, and the page says so");
            person.judge();
            for (String path : new String[] {"/video/cell-1", "/video/cell-1/mask", "/footage/signs"}) {
                person.look(path);
            }
        }
    }

    @Order(2)
    @ParameterizedTest(name = "in {0}, {1} pixels wide, {2}")
    @CsvSource({"uk, 1280, dark", "en, 390, light"})
    @DisplayName("plays the past from a moment, across a gap that has its cause")
    void playsThePast(String language, int width, String scheme) throws Exception {
        try (Person person = desk.person(width, scheme)) {
            person.signIn("1000001", language);
            look(person, "/video/reg-1?at=" + recorded);
            Page page = person.page();
            page.locator(".stage[data-seek]").waitFor();
            until(page, "!document.querySelector('video').paused");
            assertTrue(page.locator(".day__gap").count() > 0, "the gap is drawn");
            assertTrue(page.locator(".moments__gap").count() > 0, "and told");
            page.locator("#speed").selectOption("4");
            until(page, "document.querySelector('video').playbackRate === 4");
            var download =
                    page.waitForDownload(() -> page.locator("[data-snapshot]").click());
            assertTrue(download.suggestedFilename().startsWith("reg-1-"), download.suggestedFilename());
            page.locator("#hold-reason").fill("скарга");
            page.locator("form[action$='/hold'] button[type=submit]").click();
            page.waitForURL(url -> url.endsWith("/footage/holds"));
            person.judge();
        }
    }

    @Test
    @Order(4)
    @DisplayName("hands footage out in one file that the offline check accepts, and refuses after any change")
    void handsFootageOut() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000005", "uk");
            person.look("/footage/exports");
            Page page = person.page();
            page.locator("#camera").selectOption("reg-1");
            page.locator("#from").fill(recorded.toString());
            page.locator("#to").fill(recorded.plus(1, ChronoUnit.MINUTES).toString());
            page.locator("#recipient").fill("Вигаданий районний суд");
            page.locator("#reason").fill("ухвала");
            person.send();
            Locator link = page.locator("tr[data-state=ready]")
                    .filter(new Locator.FilterOptions().setHasText("reg-1"))
                    .locator("a[href$='/file']")
                    .first();
            link.waitFor();
            person.judge();
            byte[] file = page.context()
                    .request()
                    .get(desk.url().resolve(link.getAttribute("href")).toString())
                    .body();
            accepts(file);
            long seed = 11;
            var random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                byte[] changed = file.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                assertEquals(2, check(changed).exit(), "change " + i + ", seed " + seed);
            }
        }
    }

    private static void accepts(byte[] file) throws Exception {
        NodeProcess.Ended ended = check(file);
        assertEquals(0, ended.exit(), ended.output());
        assertTrue(ended.output().contains("Export agrees"), ended.output());
    }

    private static NodeProcess.Ended check(byte[] file) throws Exception {
        Path exported = folder.resolve("export.zip");
        Files.write(exported, file);
        return NodeProcess.command("check", exported.toString());
    }

    @Test
    @Order(3)
    @DisplayName("asks again for a moment whose first question was lost on the way")
    void asksAgainForAMomentThatWasLost() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            Page page = person.page();
            var asked = new AtomicInteger();
            page.route("**/live/footage/reg-1?at=*", route -> {
                if (asked.getAndIncrement() == 0) route.abort();
                else route.resume();
            });
            page.navigate(desk.url().resolve("/video/reg-1?at=" + recorded).toString());
            page.locator("form[action='/footage/purpose'] button[type=submit]").click();
            page.locator(".tile__message")
                    .filter(new Locator.FilterOptions().setHasText("не вдається прочитати"))
                    .waitFor();
            page.locator(".stage[data-seek]").waitFor();
            assertEquals(2, asked.get());
        }
    }

    @Test
    @Order(2)
    @DisplayName(
            "sees on a plan which rooms are recorded, wide and narrow, and goes from a room to its row by the keyboard")
    void seesThePlanOfTheRooms() throws InterruptedException {
        for (int width : List.of(1_280, 390)) {
            try (Person person = desk.person(width, "light")) {
                person.signIn("1000009", "uk");
                person.look("/admin/cameras");
                Page page = person.page();
                assertEquals(1, page.locator("svg.plan:visible").count());
                // The pictures are a short loop, which a camera's health may take for trouble by now.
                assertTrue(page.locator("svg.plan:visible .mark--recorded, svg.plan:visible .mark--trouble")
                                .count()
                        > 0);
                assertTrue(page.locator("svg.plan:visible .plan__room--missing").count() > 0);
                Locator room =
                        page.locator("svg.plan:visible a.plan__room--missing").first();
                String row = String.valueOf(room.getAttribute("href"));
                room.focus();
                page.keyboard().press("Enter");
                page.waitForURL(url -> url.endsWith(row));
                assertEquals(1, page.locator(row + ":target").count());
                person.judge();
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("sees and hands out a masked cell only painted over, once a mask is set")
    void seesAMaskedCellOnlyPainted() throws Exception {
        try (Person person = desk.person(390, "dark")) {
            person.signIn("1000009", "uk");
            person.look("/admin/cameras/cell-1/masks");
            Page page = person.page();
            page.locator("#left-0").fill("0");
            page.locator("#top-0").fill("0");
            page.locator("#width-0").fill("110");
            page.locator("#height-0").fill("100");
            page.locator("#form button[type=submit]").click();
            page.locator(".govuk-error-summary").waitFor();
            person.judge();
            page.locator("#width-0").fill("50");
            page.locator("#form button[type=submit]").click();
            page.locator(".mask-view__mask").waitFor();
            person.judge();
        }
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "en");
            look(person, "/video/cell-1?at=" + recorded);
            Page page = person.page();
            page.locator(".stage[data-seek]").waitFor();
            until(page, "document.querySelector('video').videoWidth === 640");
            person.look("/footage/exports");
            page.locator("#camera").selectOption("cell-1");
            page.locator("#from").fill(recorded.toString());
            page.locator("#to").fill(recorded.plusSeconds(4).toString());
            page.locator("#recipient").fill("A court of nowhere");
            page.locator("#reason").fill("order");
            person.send();
            Locator row = page.locator("tr[data-state=ready]").first();
            Locator link = row.locator("a[href$='/file']");
            link.waitFor();
            assertTrue(row.innerText().contains("Masks painted over: 1"), row.innerText());
            person.judge();
            byte[] file = page.context()
                    .request()
                    .get(desk.url().resolve(link.getAttribute("href")).toString())
                    .body();
            NodeProcess.Ended ended = check(file);
            assertEquals(0, ended.exit(), ended.output());
            assertTrue(ended.output().contains("painted over in 1 place"), ended.output());
            file[file.length / 2] ^= 1;
            assertEquals(2, check(file).exit());
        }
    }

    @Test
    @Order(5)
    @DisplayName("adds the film of a body camera, and plays it")
    void addsAFilm() throws Exception {
        try (Person person = desk.person(390, "dark")) {
            person.signIn("1000001", "en");
            look(person, "/video/reg-1?at=");
            person.look("/footage/uploads");
            Page page = person.page();
            page.locator("#file").setInputFiles(house.aFilm());
            page.locator("#device").fill("BC-17");
            page.locator("#offset").fill("-45");
            page.locator("#form button[type=submit]").click();
            page.locator("a[href^='/footage/uploads/']").first().click();
            until(page, "document.querySelector('video').readyState > 0");
            person.judge();
        }
    }

    @Test
    @Order(6)
    @DisplayName("hands out by one request everything that the cameras saw of a person, and the record says so")
    void handsOutAPersonsPath() throws Exception {
        String record = house.detained().toString();
        try (Person person = desk.person(390, "light")) {
            person.signIn("1000005", "uk");
            person.look("/footage/exports/of?record=" + record);
            Page page = person.page();
            assertEquals(1, page.locator("[name=part]:checked").count(), "one camera sees the registration");
            person.send();
            page.locator("[role=alert]").waitFor();
            person.judge();
            page.locator("#recipient").fill("Вигаданий апеляційний суд");
            page.locator("#reason").fill("скарга на затримання");
            person.send();
            page.waitForURL(url -> url.endsWith("/footage/exports"));
            Locator ready = page.locator("tr[data-state=ready]")
                    .filter(new Locator.FilterOptions().setHasText("Вигаданий апеляційний суд"));
            ready.waitFor();
            String file = ready.locator("a[href$='/file']").getAttribute("href");
            accepts(page.context()
                    .request()
                    .get(desk.url().resolve(file).toString())
                    .body());
            person.look("/records/" + record);
            assertTrue(page.innerText("main").contains("Вигаданий апеляційний суд"), "the record names who got it");
        }
    }

    @Test
    @Order(7)
    @DisplayName("is told on the desk of cameras that are lost, takes note by name, and sees them come back")
    void isToldOfLostCameras() throws Exception {
        try (Person person = desk.person(1280, "dark")) {
            person.signIn("1000001", "uk");
            person.look("/");
            Page page = person.page();
            house.simulator().goAway();
            Locator notice = page.locator(".alarms [role=alert]")
                    .filter(new Locator.FilterOptions().setHasText("немає зв’язку"))
                    .first();
            notice.waitFor();
            person.judge();
            person.look("/alerts");
            Locator lost = offline(page, "reg-1");
            assertTrue(lost.innerText().contains("Несправна камера"), lost.innerText());
            // By the keyboard: the notices of the other cameras may lie over the row.
            lost.locator("form button").press("Enter");
            lost.filter(new Locator.FilterOptions().setHasText("1000001")).waitFor();
            assertTrue(lost.innerText().contains("1000001"), lost.innerText());
            person.judge();
            house.simulator().comeBack();
            Locator other = offline(page, "corridor-1");
            for (int looks = 0;
                    looks < 60 && (lost.count() > 0 || !other.innerText().contains("знову справна"));
                    looks++) {
                Thread.sleep(1_000);
                page.reload();
            }
            assertTrue(
                    other.innerText().contains("знову справна"), "nobody took note of it, so it is shown for a while");
            assertEquals(0, lost.count(), "what somebody took note of goes when it is over");
            person.judge();
        }
    }

    private static Locator offline(Page page, String camera) {
        return page.locator("[data-camera-alarm=" + camera + "]")
                .filter(new Locator.FilterOptions().setHasText("немає зв’язку"));
    }

    @Test
    @Order(8)
    @DisplayName("who investigates is refused every picture")
    void whoInvestigatesIsRefused() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000004", "uk");
            for (String path : new String[] {"/video", "/video/reg-1", "/video/reg-1?at=", "/footage/exports"}) {
                assertEquals(
                        403,
                        person.page()
                                .navigate(desk.url().resolve(path).toString())
                                .status());
            }
        }
    }
}
