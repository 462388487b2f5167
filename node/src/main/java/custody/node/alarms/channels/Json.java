package custody.node.alarms.channels;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes small JSON (RFC 8259) whose bytes are signed, so that no library's version decides how they look. */
final class Json {
    private Json() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .map(member -> text(String.valueOf(member.getKey())) + ":" + of(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> items -> items.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
