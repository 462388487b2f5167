package custody.node.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A text resource of headed lists: {@code [heading]} lines, then one item a line; blank lines and {@code #} lines say nothing. */
record Sheet(SequencedMap<String, List<String>> lists) {

    /** Reads the resource of that name beside this class. */
    static Sheet read(String resource) {
        try (InputStream stream = Sheet.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its resource " + resource);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Sheet parse(String text) {
        SequencedMap<String, List<String>> lists = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                open = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), open);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                open.add(line);
            }
        }
        return new Sheet(lists);
    }

    /** The list under that heading. */
    List<String> list(String heading) {
        List<String> list = lists.get(heading);
        if (list == null || list.isEmpty()) {
            throw new IllegalArgumentException("nothing is written under [" + heading + "]");
        }
        return list;
    }
}
