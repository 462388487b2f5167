package custody.web.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The texts of every language: the room's own and the labels that {@code record} keeps beside its types. Read by name,
 * never through the platform's default locale.
 */
final class Bundles {
    private static final List<String> FILES = List.of(
            "/custody/record/labels",
            "/custody/web/texts",
            "/custody/web/alerts",
            "/custody/web/law",
            "/custody/web/video",
            "/custody/web/cameras");
    private static final Language PLAIN = Language.EN;
    private static final Map<Language, Map<String, String>> ALL = read();

    private Bundles() {}

    static Map<String, String> of(Language language) {
        return ALL.getOrDefault(language, Map.of());
    }

    private static Map<Language, Map<String, String>> read() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> texts = new HashMap<>();
            String suffix = language == PLAIN ? "" : "_" + language.tag();
            FILES.forEach(file -> load(file + suffix + ".properties", texts));
            all.put(language, Map.copyOf(texts));
        }
        return all;
    }

    private static void load(String resource, Map<String, String> into) {
        try (InputStream in = Bundles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing on the classpath: " + resource);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            properties.forEach((key, text) -> into.put(key.toString(), text.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
