package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A file of worked cases; what each key means stands in docs/writing-rules.md. The node plays them through the API. */
public record CaseFile(String name, String provision, String rule, List<String> zeros, List<Worked> cases) {

    /** One case: events, and what is expected when. */
    public record Worked(
            String name,
            String rule,
            @Nullable String martialLaw,
            List<Map<String, Object>> events,
            List<List<String>> expect) {}

    /** Reads one file. */
    public static CaseFile read(Path path) throws java.io.IOException {
        Map<String, Object> file = map(parser().load(Files.readString(path, StandardCharsets.UTF_8)));
        String rule = text(file, "rule");
        List<Worked> cases = new ArrayList<>();
        for (Object item : list(file.get("cases"))) {
            Map<String, Object> written = map(item);
            List<Map<String, Object>> events = new ArrayList<>();
            list(file.getOrDefault("events", List.of())).forEach(event -> events.add(map(event)));
            if (written.containsKey("instead")) {
                events.clear();
                list(written.get("instead")).forEach(event -> events.add(map(event)));
            }
            list(written.getOrDefault("events", List.of())).forEach(event -> events.add(map(event)));
            List<List<String>> expect = new ArrayList<>();
            list(written.get("expect"))
                    .forEach(row ->
                            expect.add(list(row).stream().map(Object::toString).toList()));
            Object law = written.get("martial-law");
            cases.add(new Worked(
                    text(written, "name"),
                    Objects.toString(written.getOrDefault("rule", rule)),
                    law == null ? null : law.toString(),
                    events,
                    expect));
        }
        List<String> zeros = list(file.get("t0")).stream().map(Object::toString).toList();
        return new CaseFile(String.valueOf(path.getFileName()), text(file, "provision"), rule, zeros, cases);
    }

    /** Every scalar is read as text: an {@code on} is no truth value and a date no date. */
    private static Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        org.yaml.snakeyaml.DumperOptions dumper = new org.yaml.snakeyaml.DumperOptions();
        Resolver texts = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.STR, java.util.regex.Pattern.compile(".*"), null);
            }
        };
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, texts);
    }

    /** A mapping as it stands in the file, in its order. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> found = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> found.put(key.toString(), Objects.requireNonNull(item)));
        }
        return found;
    }

    /** An event's fields, where another event stands by its label; {@code ids} says what it is recorded by. */
    public static Map<String, Object> named(String kind, @Nullable Object value, UnaryOperator<String> ids) {
        Map<String, Object> said = map(value);
        Catalogue.kind(kind)
                .ifPresent(type -> said.replaceAll((name, written) -> type.field(name)
                                .filter(field -> field.type() instanceof FieldType.EventReference)
                                .isPresent()
                        ? ids.apply(written.toString())
                        : written));
        return said;
    }

    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : value == null ? List.of() : List.of(value);
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }
}
