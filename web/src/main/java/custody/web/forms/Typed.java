package custody.web.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed into a form, by parameter name. Kept as it came, so that nothing typed is ever lost. */
public record Typed(Map<String, List<String>> values) {
    public Typed {
        values = Map.copyOf(values);
    }

    /** Nothing typed yet. */
    public static Typed nothing() {
        return new Typed(Map.of());
    }

    /** From a request's parameters. */
    public static Typed of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, sent) -> values.put(
                name,
                Arrays.stream(sent).map(text -> text.replace("\r\n", "\n")).toList()));
        return new Typed(values);
    }

    /** The value of a field; empty where none was sent. */
    public String one(String name) {
        List<String> sent = values.getOrDefault(name, List.of());
        return sent.isEmpty() ? "" : sent.getFirst();
    }

    /** The values of a field that are not blank. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The same with a value put in where nothing was typed. */
    public Typed with(String name, String value) {
        return with(name, List.of(value));
    }

    /** The same with a value in the place of what was sent. */
    public Typed instead(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Typed(more);
    }

    /** The same with values put in where nothing was typed. */
    public Typed with(String name, List<String> several) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.putIfAbsent(name, several);
        return new Typed(more);
    }
}
