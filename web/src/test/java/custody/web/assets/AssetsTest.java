package custody.web.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Assets")
class AssetsTest {
    private final Assets assets = new Assets();

    private String sheet() {
        return new String(assets.find("custody.css").orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("carry neither another's typeface nor a crest")
    void carryNothingOfAnother() {
        assertFalse(sheet().contains("GDS Transport"));
        assertFalse(sheet().contains("crest.svg"));
        assertFalse(sheet().contains("url(http") || sheet().contains("@import"));
    }

    @Test
    @DisplayName("of a first visit weigh less than 150 kB, compressed")
    void weighLittle() {
        int all = 0;
        for (String name : new String[] {
            "custody.css", "desk.js", "htmx.js", "govuk-frontend.js", "onest-cyrillic.woff2", "onest-latin.woff2"
        }) {
            all += assets.find(name).orElseThrow().gzipped().length;
        }
        assertTrue(all < 130_000, all + " bytes leave nothing for the page itself");
    }

    @Test
    @DisplayName("have an address that changes with their content only")
    void haveAFingerprint() {
        assertEquals(assets.path("custody.css"), new Assets().path("custody.css"));
        assertTrue(assets.path("custody.css").matches("/assets/[0-9a-f]{16}/custody.css"));
    }
}
