package custody.video.recorder;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the control channel and of the journal: a verb and fields, {@code verb name=value name=value}, values
 * percent-encoded. Readable by a person with a terminal, and by nothing that needs a library.
 */
public record Line(String verb, Map<String, String> fields) {
    /** Longer lines are refused. */
    public static final int LONGEST = 8 * 1024;

    public Line {
        fields = Map.copyOf(fields);
    }

    public static Builder of(String verb) {
        return new Builder(verb);
    }

    /** The line, or empty when it is none. */
    public static Optional<Line> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] words = text.strip().split(" ", 64);
        var fields = new LinkedHashMap<String, String>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            try {
                fields.put(
                        words[i].substring(0, equals),
                        URLDecoder.decode(words[i].substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
        return Optional.of(new Line(words[0], fields));
    }

    /** A field's value, empty text when it is not there. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** A field's number, 0 when it is not there or no number. */
    public long number(String name) {
        String text = field(name);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Gathers a line's fields in order. */
    public static final class Builder {
        private final StringBuilder text;

        private Builder(String verb) {
            this.text = new StringBuilder(verb);
        }

        public Builder with(String name, Object value) {
            text.append(' ')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
