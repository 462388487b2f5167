package custody.web.assets;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the style sheets of govuk-frontend and MoJ frontend so that they carry our tokens: their typeface, which is
 * licensed for gov.uk alone, and their crest go; each colour becomes a variable by what it paints, so that a dark page
 * needs no second sheet.
 */
final class Palette {
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern LICENCE = Pattern.compile("/\\*! Copyright \\(c\\) 2011 by Margaret Calvert[^*]*\\*/");
    private static final Pattern FOREIGN_URL = Pattern.compile("url\\(/assets/images/[^)]*\\)");
    private static final Pattern DECLARATION =
            Pattern.compile("(?<=[{;])([a-z-]+):([^;{}]*#(?:[0-9a-f]{6}|[0-9a-f]{3})\\b[^;{}]*)");

    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])");

    /** What paints text, lines and icons. */
    private static final Map<String, String> STROKE = Map.ofEntries(
            Map.entry("#0b0c0c", "var(--ink)"),
            Map.entry("#505a5f", "var(--ink-soft)"),
            Map.entry("#b1b4b6", "var(--line)"),
            Map.entry("#949494", "var(--line-strong)"),
            Map.entry("#1d70b8", "var(--link)"),
            Map.entry("#003078", "var(--link-hover)"),
            Map.entry("#4c2c92", "var(--link)"),
            Map.entry("#d4351c", "var(--alarm)"),
            Map.entry("#00703c", "var(--good)"),
            Map.entry("#fd0", "var(--focus)"),
            Map.entry("#f3f2f1", "var(--panel)"),
            Map.entry("#fff", "var(--on-fill)"));

    /** What paints areas. */
    private static final Map<String, String> FILL = Map.ofEntries(
            Map.entry("#fff", "var(--paper)"),
            Map.entry("#f3f2f1", "var(--panel)"),
            Map.entry("#0b0c0c", "var(--ink)"),
            Map.entry("#b1b4b6", "var(--line)"),
            Map.entry("#1d70b8", "var(--accent-fill)"),
            Map.entry("#003078", "var(--accent-fill-hover)"),
            Map.entry("#00703c", "var(--accent-fill)"),
            Map.entry("#005a30", "var(--accent-fill-hover)"),
            Map.entry("#002d18", "var(--accent-fill-edge)"),
            Map.entry("#d4351c", "var(--alarm-fill)"),
            Map.entry("#aa2a16", "var(--alarm-fill-hover)"),
            Map.entry("#55150b", "var(--alarm-fill-edge)"),
            Map.entry("#fd0", "var(--focus-fill)"));

    private Palette() {}

    static String rewrite(String css) {
        String own = FONT_FACE.matcher(LICENCE.matcher(css).replaceAll("")).replaceAll("");
        own = own.replace("GDS Transport,arial,sans-serif", "var(--font)").replace("GDS Transport", "var(--font)");
        own = FOREIGN_URL.matcher(own).replaceAll("none");
        return DECLARATION
                .matcher(own)
                .replaceAll(found -> Matcher.quoteReplacement(declaration(found.group(1), found.group(2))));
    }

    private static String declaration(String property, String value) {
        boolean area = property.startsWith("background") || property.equals("box-shadow");
        Map<String, String> variables = area ? FILL : STROKE;
        String painted = COLOUR.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(), found.group())));
        return property + ":" + painted;
    }
}
