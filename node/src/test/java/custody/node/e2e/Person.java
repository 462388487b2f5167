package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody at a browser. Every page looked at is judged: axe, no sideways scrolling, no fault on the console. */
final class Person implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final List<String> faults = new ArrayList<>();

    Person(Browser browser, URI base, int width, boolean dark) {
        this.base = base;
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setViewportSize(width, HEIGHT);
        // Light is what a browser shows by itself; naming it fails where the language is Turkish.
        this.context = browser.newContext(dark ? options.setColorScheme(ColorScheme.DARK) : options);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("status of 4");
            if (message.type().equals("error") && !expected) {
                faults.add(message.text() + " at " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    void signIn(String badge, String language) {
        look("/sign-in");
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            page.locator("button[name=to]").click();
        }
        assertEquals(language, page.locator("html").getAttribute("lang"));
        page.locator("#badge").fill(badge);
        page.locator("#password").fill(DeskFolder.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Books somebody who was apprehended that long ago, in six fields, and returns the path of the record. */
    String book(String surname, Duration ago) {
        look("/records/new");
        page.locator("#person-surname").fill(surname);
        page.locator("#person-givenName").fill("Степан");
        KyivTime.ago(ago).into(page, "#apprehension-at", "#apprehension-at-time");
        page.locator("#apprehension-place").fill("вул. Уявна, 1");
        page.locator("#apprehension-by").selectOption("1000002");
        page.locator("#basis-kind").selectOption("cpc-208");
        send();
        page.waitForURL(url -> url.contains("added="));
        judge();
        return URI.create(page.url()).getPath();
    }

    /** Opens a page and judges it. */
    void look(String path) {
        page.navigate(base.resolve(path).toString());
        judge();
    }

    /** Sends the form of this page. */
    void send() {
        page.locator("#form button[type=submit]").last().click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Judges the page as it stands. */
    void judge() {
        page.waitForFunction("document.body.classList.contains('js-enabled')");
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertEquals(
                "",
                violations.stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n")),
                page.url());
        int over =
                (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertTrue(over <= 0, page.url() + " scrolls sideways by " + over);
        assertEquals(List.of(), faults, page.url());
    }

    @Override
    public void close() {
        context.close();
    }
}
