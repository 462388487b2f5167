package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Wire;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.law.Clock;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.record.places.Room;
import custody.record.places.Separation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page from which a lawyer writes rules")
final class WritingRulesTest {
    private static final Pattern KEY = Pattern.compile("^([a-z][a-z-]*):", Pattern.MULTILINE);
    private final String page = Files.readString(Path.of("..", "docs", "writing-rules.md"));

    WritingRulesTest() throws IOException {}

    private static List<Enum<?>> words() {
        return Stream.<Enum<?>[]>of(
                        NamedFact.values(),
                        Demand.values(),
                        Certainty.values(),
                        Escalation.Rung.values(),
                        Rule.Refusal.Keeper.values(),
                        Heading.Scope.values(),
                        Standing.values(),
                        Basis.values(),
                        Basis.Aggravation.values(),
                        Basis.Regime.values(),
                        CareFact.Level.values(),
                        Rule.MaximumDuration.Per.values(),
                        Rule.DailyAmount.Day.values(),
                        Clock.State.values(),
                        Room.Designation.values(),
                        Separation.Concern.values(),
                        AppointmentCases.Answer.values(),
                        CellCases.Answer.values(),
                        LookCases.About.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    @Test
    @DisplayName("names every closed word that a rule or a case may use")
    void namesEveryWord() {
        List<String> missing = words().stream()
                .filter(word -> !stands(Wire.name(word)))
                .map(word -> word.getDeclaringClass().getSimpleName() + " " + Wire.name(word))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("shows in its table the word of sources.md that stands for each certainty")
    void namesWordsOfSources() {
        for (Certainty certainty : Certainty.values()) {
            String row = "| `" + Wire.name(certainty) + "` | `" + Sources.mark(certainty) + "` |";
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    @DisplayName("names every key that our own packs and rules use")
    void namesEveryKey() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(LawCasesTest.FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    if (!stands(keys.group(1))) {
                        missing.add(keys.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    @DisplayName("shows a pack, a rule, readings and a list of what is to be done that can be read")
    void showsWhatCanBeRead() throws IOException {
        String rule = example("id: relatives");
        String byAll = rule.replaceFirst("(?m)^done-by:.*\\n  - notice.*\\n", example("done-by-all:"));
        String readings = rule.replaceFirst("(?m)^from:.*\\nlimit:.*\\n", example("readings:"));
        assertTrue(!byAll.equals(rule) && !readings.equals(rule), "the examples are put in");
        for (String each : List.of(rule, byAll, readings)) {
            Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "page");
            Files.createDirectories(root.resolve("rules"));
            Files.writeString(root.resolve("pack.yaml"), example("# pack.yaml"));
            Files.writeString(root.resolve("rules/relatives.yaml"), each);
            assertEquals(1, RulePackFolder.read(root).all().getFirst().rules().size());
        }
    }

    /** The example that begins so. */
    private String example(String begins) {
        int from = page.indexOf("```yaml\n" + begins) + "```yaml\n".length();
        assertTrue(from > "```yaml\n".length(), begins);
        return page.substring(from, page.indexOf("```", from));
    }

    /** As a word of its own inside an example or marked as one. */
    private boolean stands(String word) {
        return Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(word) + "(?![a-z0-9-])")
                .matcher(page)
                .find();
    }
}
