package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Writes the list of events that lawyers read, from the catalogue, and compares the page with it. */
@DisplayName("The list of events")
class EventListTest {
    private static final Path PAGE = Path.of("..", "docs", "formats", "events.md");
    private static final String HEAD = """
            # Events: kinds, fields, choices

            Made from the program by `EventListTest`, which fails when this page is not what it would write. All that may happen to
            somebody in custody, as the record, the API, [rules](../writing-rules.md) and their cases call it, and as the screens say it. The names in
            `this type` never change.

            A rule may narrow an event by fields that take one or several of a set, or yes or no (written `true`, `false`), and by
            any field that it is `said`; a case may fill in any.
            *Needed* fields are refused when they are left out, *expected* ones are shown as missing, the others may stay open. A dot is part of the name:
            `person.sex`. The sets stand at the end of the page. Kinds of the last group are written by the node itself.
            """;

    private final Map<String, String> english = Bundle.english().texts();
    private final Map<String, String> ukrainian = Bundle.ukrainian().texts();
    private final Map<String, List<String>> sets = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    @DisplayName("names every kind with its fields and choices in both languages, as the program has them")
    void isCurrent() throws IOException {
        String written = page();
        Path fresh = Files.createDirectories(Path.of("target")).resolve("events.md");
        Files.writeString(fresh, written, StandardCharsets.UTF_8);
        assertEquals(written, Files.exists(PAGE) ? Files.readString(PAGE) : "", "copy " + fresh + " to " + PAGE);
    }

    private String page() {
        lines.addAll(HEAD.lines().toList());
        for (Group group : Group.values()) {
            section(LabelKeys.group(group));
            Catalogue.kinds().stream().filter(kind -> kind.group() == group).forEach(this::kind);
        }
        lines.add("");
        lines.add("## Sets");
        sets.forEach(this::set);
        return String.join("\n", lines) + "\n";
    }

    private void section(String key) {
        lines.add("");
        lines.add("## " + english.get(key) + " · " + ukrainian.get(key));
    }

    private void kind(EventKind kind) {
        lines.add("");
        lines.add("### `" + kind.name() + "`");
        lines.add("");
        lines.add(both(List.of(LabelKeys.kind(kind.name()))) + ".");
        if (kind.fields().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| field | takes | is |");
        lines.add("|---|---|---|");
        kind.fields()
                .forEach(field -> lines.add("| `" + field.name() + "`" + demand(field) + " | " + takes(field.type())
                        + " | " + both(LabelKeys.field(kind.name(), field.name())) + " |"));
    }

    private void set(String name, List<String> options) {
        lines.add("");
        lines.add("### Set " + name);
        lines.add("");
        lines.add("| word | means |");
        lines.add("|---|---|");
        options.forEach(
                option -> lines.add("| `" + option + "` | " + both(List.of(LabelKeys.option(name, option))) + " |"));
    }

    private String both(List<String> keys) {
        return label(english, keys) + " · " + label(ukrainian, keys);
    }

    private static String label(Map<String, String> texts, List<String> keys) {
        return keys.stream()
                .filter(texts::containsKey)
                .map(texts::get)
                .map(text -> text.replace("|", "\\|"))
                .findFirst()
                .orElseThrow();
    }

    private static String demand(Field field) {
        return switch (field.demand()) {
            case REQUIRED -> ", needed";
            case EXPECTED -> ", expected";
            case OPTIONAL -> "";
        };
    }

    private String takes(FieldType type) {
        return switch (type) {
            case FieldType.Line line -> "text of up to " + line.max();
            case FieldType.Lines lines -> "text of up to " + lines.max();
            case FieldType.Code code -> "code such as `" + code.example() + "`";
            case FieldType.Choice choice ->
                "one of " + set(choice.set(), choice.options(), choice.options().size());
            case FieldType.Choices choices ->
                "several of "
                        + set(
                                choices.set(),
                                choices.options(),
                                choices.options().size());
            case FieldType.YesNo _ -> "yes or no";
            case FieldType.Quantity number ->
                "whole number, " + number.min() + " to " + number.max()
                        + (number.unit().isEmpty() ? "" : " " + english.get(LabelKeys.unit(number.unit())));
            case FieldType.Moment _ -> "instant";
            case FieldType.Day _ -> "day";
            case FieldType.Officer _ -> "badge of an officer";
            case FieldType.Officers _ -> "badges of officers";
            case FieldType.Room _ -> "code of a room";
            case FieldType.EventReference _ -> "another event; in a case its label";
            case FieldType.EventReferences _ -> "other events";
            case FieldType.LineList _ -> "several lines of text";
            case FieldType.Cameras _ -> "cameras by id";
            case FieldType.Replacements _ -> "new values of the corrected event's fields";
        };
    }

    private String set(String name, List<String> options, int count) {
        List<String> before = sets.putIfAbsent(name, options);
        assertEquals(before == null ? options : before, options, "two sets are called " + name);
        return "[" + name + "](#set-" + name + ") (" + count + ")";
    }
}
