package custody.web.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads and rewrites what the pages load. */
final class AssetFiles {
    private static final String OWN = "/custody/web/assets/";
    private static final String JARS = "/META-INF/resources/webjars/";
    private static final String FONT = "font/woff2";
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    private AssetFiles() {
        add("onest-cyrillic.woff2", FONT, bytes(OWN + "onest-cyrillic-wght-normal.woff2"));
        add("onest-latin.woff2", FONT, bytes(OWN + "onest-latin-wght-normal.woff2"));
        add("mark.svg", "image/svg+xml", bytes(OWN + "mark.svg"));
        add("govuk-frontend.js", SCRIPT, webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.js"));
        add("htmx.js", SCRIPT, webjar("htmx.org", "dist/htmx.min.js"));
        String desk = text(OWN + "desk.js").replace("govuk-frontend.js", path("govuk-frontend.js"));
        add("desk.js", SCRIPT, desk.getBytes(StandardCharsets.UTF_8));
        for (String script : List.of("clocks.js", "live.js", "playback.js", "export.js", "alarms.js", "drafts.js")) {
            add(script, SCRIPT, bytes(OWN + script));
        }
        add("video.css", CSS, bytes(OWN + "video.css"));
        add("alarms.css", CSS, bytes(OWN + "alarms.css"));
        add("custody.css", CSS, sheet().getBytes(StandardCharsets.UTF_8));
    }

    /** All of them, by name. */
    static Map<String, Asset> read() {
        return Map.copyOf(new AssetFiles().byName);
    }

    private String path(String name) {
        return Objects.requireNonNull(byName.get(name), name).path();
    }

    private String sheet() {
        String own = text(OWN + "custody.css")
                .replace("onest-cyrillic.woff2", path("onest-cyrillic.woff2"))
                .replace("onest-latin.woff2", path("onest-latin.woff2"));
        String govuk =
                new String(webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"), StandardCharsets.UTF_8);
        String moj =
                new String(webjar("ministryofjustice__frontend", "moj/moj-frontend.min.css"), StandardCharsets.UTF_8);
        return Palette.rewrite(govuk) + "\n" + Palette.rewrite(moj) + "\n" + own + "\n" + text(OWN + "law.css");
    }

    private void add(String name, String type, byte[] bytes) {
        byName.put(name, Asset.of(name, type, bytes));
    }

    private static byte[] webjar(String jar, String path) {
        String version = text("/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties")
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a webjar without its version: " + jar));
        return bytes(JARS + jar + "/" + version + "/" + path);
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = AssetFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing on the classpath: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
