package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A person at the desk")
class DeskE2E {

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

    private static void add(Person person, String path, String kind, Map<String, String> choices) {
        Page page = person.page();
        person.look(path + "/events/new/" + kind);
        choices.forEach((name, value) -> {
            var field = page.locator("[name=\"" + name + "\"]");
            String type = (String) field.first().evaluate("e => e.type");
            switch (type) {
                case "radio", "checkbox" ->
                    page.locator("[name=\"" + name + "\"][value=\"" + value + "\"]")
                            .check();
                case "select-one" -> field.first().selectOption(value);
                default -> field.first().fill(value);
            }
        });
        person.send();
        page.waitForURL(url -> url.contains("added="));
    }

    @ParameterizedTest(name = "in {0}, {1} pixels wide, {2}")
    @CsvSource({"uk, 1280, light", "en, 390, dark"})
    @DisplayName("can lead a record from apprehension to release")
    void canLeadARecord(String language, int width, String scheme) throws Exception {
        try (Person person = desk.person(width, scheme)) {
            person.signIn("1000001", language);
            person.judge();
            String path = person.book("Вигаданий", Duration.ofMinutes(30));
            add(person, path, "rights-explained", Map.of("fields.rights", "defender", "fields.understood", "true"));
            add(person, path, "notice", Map.of("fields.addressee", "legal-aid", "fields.outcome", "reached"));
            add(person, path, "risk-assessed", Map.of("fields.risks", "intoxicated"));
            add(person, path, "observation-level-set", Map.of("fields.level", "every-30-min"));
            add(person, path, "check-made", Map.of("fields.condition", "calm-awake", "fields.seen", "сидить"));
            add(person, path, "released", Map.of("fields.ground", "no-suspicion"));
            person.judge();
            for (String page : List.of("/events/new", "/receipts/1", "/readings", "/events/1/correct", "")) {
                person.look(path + page);
            }
            for (String page :
                    List.of("/", "/records", "/my-password", "/help", "/problems/version-conflict", "/nowhere")) {
                person.look(page);
            }
            add(person, path, "record-closed", Map.of());
            assertTrue(person.page().content().contains(language.equals("uk") ? "Запис закрито" : "closed"));
        }
    }

    @Test
    @DisplayName("can leave page after page before they are whole")
    void canLeavePagesHalfway() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            List<String> pages = List.of("/", "/alerts", "/records/new", "/tasks", "/help", "/law");
            for (int i = 0; i < 120; i++) {
                person.page()
                        .navigate(
                                desk.url().resolve(pages.get(i % pages.size())).toString());
            }
            person.judge();
        }
    }

    @ParameterizedTest(name = "{0} pixels wide, {1}")
    @CsvSource({"1280, dark", "390, light"})
    @DisplayName("can administer officers and rooms")
    void canAdminister(int width, String scheme) throws Exception {
        try (Person person = desk.person(width, scheme)) {
            person.signIn("1000009", "uk");
            for (String page :
                    List.of("/", "/admin", "/admin/officers/new", "/admin/officers/1000004", "/admin/facility")) {
                person.look(page);
            }
        }
    }

    @Test
    @DisplayName("is told of every error beside its field, and loses nothing typed")
    void isToldOfEveryError() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            person.look("/records/new");
            person.page().locator("#person-surname").fill("Казковий");
            person.send();
            person.judge();
            assertEquals("Казковий", person.page().locator("#person-surname").inputValue());
            person.page().locator(".govuk-error-summary a").first().click();
            assertEquals("apprehension-at", person.page().evaluate("document.activeElement.id"));
        }
    }

    @Test
    @DisplayName(
            "loses nothing typed when the session ends meanwhile: after the sign-in it can be put back, by the keyboard too")
    void losesNothingWhenTheSessionEnds() throws Exception {
        try (Person person = desk.person(390, "light")) {
            Page page = person.page();
            person.signIn("1000001", "uk");
            person.look("/records/new");
            page.locator("#person-surname").fill("Довготерпелива");
            page.locator("#apprehension-place").fill("вул. Уявна, 3");
            page.locator("#apprehension-by").selectOption("1000002");
            page.locator("#basis-kind").selectOption("cpc-208");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("desk"));
            person.send();
            person.judge();
            assertTrue(page.content().contains("Нічого не збережено"), page.content());
            person.signIn("1000001", "uk");
            page.locator("[data-draft-link]").waitFor();
            person.judge();
            page.locator("[data-draft-link]").click();
            page.locator("[data-draft-restore]").focus();
            person.judge();
            page.keyboard().press("Enter");
            assertEquals("Довготерпелива", page.locator("#person-surname").inputValue());
            assertEquals("cpc-208", page.locator("#basis-kind").inputValue());
            page.locator("#apprehension-at-time").fill("00:00");
            person.send();
            page.waitForURL(url -> url.contains("added="));
            person.look("/records/new");
            assertEquals(0, page.locator("[data-draft-restore]").count());
        }
    }

    @Test
    @DisplayName("loses nothing typed when the network is cut, and leaves nothing to the next person at the desk")
    void losesNothingWhenTheNetworkIsCut() throws Exception {
        try (Person person = desk.person(1280, "dark")) {
            Page page = person.page();
            person.signIn("1000001", "en");
            String path = person.book("Обірваний", Duration.ofMinutes(30));
            String form = path + "/events/new/check-made";
            person.look(form);
            page.locator("#fields-seen").fill("reads a newspaper");
            page.context().setOffline(true);
            page.locator("#form button[type=submit]").last().click();
            page.waitForTimeout(500);
            page.context().setOffline(false);
            person.look("/");
            page.locator("[data-draft-link]").click();
            page.locator("[data-draft-restore]").click();
            assertEquals("reads a newspaper", page.locator("#fields-seen").inputValue());
            page.locator("form[action='/sign-out'] button").click();
            person.signIn("1000010", "en");
            person.look(form);
            assertEquals(0, page.locator("[data-draft-restore]").count());
            assertEquals("", page.locator("#fields-seen").inputValue());
        }
    }

    @Test
    @DisplayName("can do a check with the keyboard alone")
    void canDoACheckWithTheKeyboard() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            String path = person.book("Клавіатурний", Duration.ofMinutes(30));
            person.look(path + "/events/new/check-made");
            Page page = person.page();
            press(page, "fields-condition");
            page.keyboard().press("Space");
            press(page, "fields-seen");
            page.keyboard().type("читає");
            for (int tabs = 0; tabs < 40; tabs++) {
                if ("submit".equals(page.evaluate("document.activeElement.type"))) {
                    break;
                }
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("added="));
            assertTrue(page.content().contains("читає"));
        }
    }

    /**
     * Name in two fields, time, place, by whom, on what basis; date and delivery stand there already. Every key counts from the open form
     * on.
     */
    @Test
    @DisplayName("can open a record with six fields within a minute, by the keyboard alone")
    void canOpenARecordWithinAMinute() throws Exception {
        try (Person person = desk.person(1280, "light")) {
            person.signIn("1000001", "uk");
            person.look("/records/new");
            Page page = person.page();
            Typist typist = new Typist(page);
            long begun = System.nanoTime();
            typist.field("person-surname");
            typist.type("Швидкісний");
            typist.field("person-givenName");
            typist.type("Степан");
            typist.field("apprehension-at-time");
            typist.type("00:00");
            typist.field("apprehension-place");
            typist.type("м. Київ, вул. Уявна, 14");
            typist.field("apprehension-by");
            typist.choose("1000002");
            typist.field("basis-kind");
            typist.choose("cpc-208");
            typist.send();
            page.waitForURL(url -> url.contains("added="));
            double machine = (System.nanoTime() - begun) / 1e9;
            assertTrue(page.content().contains("Швидкісний"));
            assertEquals(6, typist.fields().size(), typist.fields().toString());
            double seconds = typist.seconds() + machine;
            System.out.printf(
                    Locale.ROOT,
                    "a record: 6 fields, %d keys, %.0f s of a person by the keystroke-level model, %.1f s of the machine%n",
                    typist.keys(),
                    typist.seconds(),
                    machine);
            assertTrue(seconds <= 60, typist.keys() + " keys, " + seconds + " s");
        }
    }

    private static void press(Page page, String target) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if (target.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    @Test
    @DisplayName("sees what others write, without reloading")
    void seesWhatOthersWrite() throws Exception {
        try (Person watching = desk.person(1280, "light");
                Person writing = desk.person(1280, "light")) {
            watching.signIn("1000001", "uk");
            writing.signIn("1000001", "uk");
            watching.look("/");
            writing.book("Щойнодоставлений", Duration.ofMinutes(30));
            watching.page().locator("text=Щойнодоставлений").first().waitFor();
        }
    }

    @Test
    @DisplayName("can work without JavaScript")
    void canWorkWithoutJavaScript() throws Exception {
        try (var context = desk.browser()
                .newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(desk.url().resolve("/sign-in").toString());
            page.locator("#badge").fill("1000001");
            page.locator("#password").fill(DeskFolder.PASSWORD);
            page.locator("main button").click();
            page.navigate(desk.url().resolve("/records/new").toString());
            page.locator("#person-surname").fill("Безскриптовий");
            page.locator("#apprehension-at-time").fill("00:00");
            page.locator("#apprehension-place").fill("вул. Уявна, 2");
            page.locator("#basis-kind").selectOption("visitor");
            page.locator("#form button[type=submit]").click();
            assertTrue(page.url().contains("added="), page.url());
        }
    }
}
