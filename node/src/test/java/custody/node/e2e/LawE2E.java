package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An officer at the clock board")
class LawE2E {

    @TempDir
    static Path folder;

    static OpenDesk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = OpenDesk.prepare(folder.resolve("data"));
    }

    @AfterAll
    static void check() throws Exception {
        desk.close();
        desk.check();
    }

    /** Both languages, widths and schemes in the long run; the first in every run. */
    static Stream<Arguments> looks() {
        Stream<Arguments> first = Stream.of(Arguments.of("uk", 1280, "light"));
        return Boolean.getBoolean("custody.long")
                ? Stream.concat(
                        first,
                        Stream.of(
                                Arguments.of("en", 390, "dark"),
                                Arguments.of("uk", 390, "light"),
                                Arguments.of("en", 1280, "dark")))
                : first;
    }

    @ParameterizedTest(name = "in {0}, {1} pixels wide, {2}")
    @MethodSource("looks")
    @DisplayName("sees the 72 hours and their article, opens a task and does it in two steps")
    void doesATaskInTwoSteps(String language, int width, String scheme) throws Exception {
        try (Person person = desk.person(width, scheme)) {
            person.signIn("1000001", language);
            String path = person.book("Строковий", Duration.ofMinutes(20));
            person.judge();
            Page page = person.page();
            Locator clock = page.locator("#clock-maximum-1");
            String act = language.equals("uk") ? "КПК" : "CPC";
            assertTrue(clock.textContent().contains(act + " 211(1)"), clock.textContent());
            clock.locator("summary").click();
            person.judge();
            String before = page.locator("#clock-relatives-1 .left").first().textContent();
            page.waitForTimeout(2_200);
            assertNotEquals(
                    before, page.locator("#clock-relatives-1 .left").first().textContent(), "it counts down");
            page.locator("#tasks a[href*='fields.addressee=relative']").click();
            person.judge();
            assertEquals("relative", page.locator("[name='fields.addressee']").inputValue(), "known already");
            page.locator("[name='fields.outcome'][value='reached']").check();
            person.send();
            page.waitForURL(url -> url.contains("added="));
            assertEquals(path, URI.create(page.url()).getPath());
            assertEquals(
                    0,
                    page.locator("#tasks a[href*='fields.addressee=relative']").count());
            assertTrue(page.locator("#clocks-done").textContent().contains(act + " 213(1)"));
            for (String look : List.of("/clocks", "/clocks/maximum?n=1", "/events/new/cell-allocated")) {
                person.look(path + look);
            }
            for (String look : List.of(
                    "/",
                    "/?sort=deadline",
                    "/tasks",
                    "/tasks?all=1",
                    "/law",
                    "/law/ua/2026.11.2",
                    "/law/what-if",
                    "/law/what-if?basis=cpc-208&fact=minor&delivered=30&registered=45")) {
                person.look(look);
            }
        }
    }

    @Test
    @DisplayName("does the same by what a screen reader says, with the keyboard alone")
    void doesTheSameWithTheKeyboard() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            person.book("Клавіатурний", Duration.ofMinutes(20));
            Page page = person.page();
            Locator link = page.locator(
                    "role=region[name=/^Зробити зараз/] >> role=link[name=/: Повідомлено близьких родичів/]");
            assertEquals(1, link.count(), page.locator("#tasks").textContent());
            // Step one: from the task to the form, in which all that is known stands already.
            press(page, link);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/events/new/notice"));
            assertEquals("relative", page.locator("role=combobox[name=/^Кого/]").inputValue());
            Locator reached = page.locator("role=radio[name=/^Повідомлено/]");
            press(page, page.locator("role=radio").first());
            for (int tries = 0; tries < 6 && !reached.isChecked(); tries++) {
                page.keyboard().press("ArrowDown");
            }
            assertTrue(reached.isChecked());
            // Step two: save.
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("added="));
            Locator clock = page.locator(
                    "role=region[name='Строки'] >> role=heading[name='Вручено рішення суду або звільнено']");
            assertEquals(1, clock.count());
            assertFalse(page.locator("#tasks").textContent().contains("Повідомлено близьких родичів"));
        }
    }

    /** Tabs on until that is focused. */
    private static void press(Page page, Locator wanted) {
        for (int tabs = 0; tabs < 120; tabs++) {
            if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    @Test
    @DisplayName("sees the clocks without JavaScript, and asks what if")
    void seesTheClocksWithoutJavaScript() throws Exception {
        try (Person person = desk.person(1280, "light");
                var context = desk.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setIgnoreHTTPSErrors(true)
                                .setJavaScriptEnabled(false))) {
            person.signIn("1000001", "uk");
            String path = person.book("Безскриптовий", Duration.ofMinutes(20));
            Page page = context.newPage();
            page.navigate(desk.url().resolve("/sign-in").toString());
            page.locator("#badge").fill("1000001");
            page.locator("#password").fill(DeskFolder.PASSWORD);
            page.locator("main button").click();
            page.navigate(desk.url().resolve(path).toString());
            assertTrue(page.locator("#clock-maximum-1 .left").textContent().contains("залишилося 2"));
            page.navigate(desk.url().resolve("/law/what-if").toString());
            page.locator("#basis").selectOption("visitor");
            page.locator("#form button").click();
            assertEquals(0, page.locator("#clock-maximum-1-why").count());
            page.locator("#basis").selectOption("cpc-208");
            page.locator("#form button").click();
            assertEquals(1, page.locator("#clock-maximum-1-why").count());
        }
    }
}
