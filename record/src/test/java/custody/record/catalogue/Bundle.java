package custody.record.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** One language's labels, read the way screens read them. */
record Bundle(String name, Map<String, String> texts) {

    static Bundle english() {
        return read("labels.properties");
    }

    static Bundle ukrainian() {
        return read("labels_uk.properties");
    }

    private static Bundle read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Bundle.class.getResourceAsStream("/custody/record/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return new Bundle(name, texts);
    }
}
