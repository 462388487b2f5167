package custody.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.Refusal;
import custody.web.problems.ProblemName;
import custody.web.problems.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texts")
class TextsTest {
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-z0-9.-]+)\"[,)]");

    @Test
    @DisplayName("are the same set in both languages")
    void areTheSameSet() {
        assertEquals(
                new TreeSet<>(Bundles.of(Language.EN).keySet()),
                new TreeSet<>(Bundles.of(Language.UK).keySet()));
    }

    @Test
    @DisplayName("exist for everything that templates and code say")
    void existForEverythingSaid() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : sources()) {
            Matcher said = SAID.matcher(Files.readString(file));
            while (said.find()) {
                if (!Bundles.of(Language.UK).containsKey(said.group(1))) {
                    missing.add(file.getFileName() + ": " + said.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("are all said by a template or by code, whole or by their beginning; what nobody says is not kept")
    void areAllSaidSomewhere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : sources()) {
            all.append(Files.readString(file));
        }
        // How errors are called is known to the room that finds them (LabelKeys).
        List<String> unsaid = Bundles.of(Language.EN).keySet().stream()
                .filter(key -> !key.startsWith("error."))
                .filter(key -> beginnings(key).noneMatch(part -> all.indexOf("\"" + part + "\"") >= 0))
                .sorted()
                .toList();
        assertEquals(List.of(), unsaid);
    }

    /** The key itself, and what of it ends with a dot: there code puts a word of its own. */
    private static Stream<String> beginnings(String key) {
        IntStream ends = IntStream.rangeClosed(1, key.length()).filter(end -> key.charAt(end - 1) == '.');
        return Stream.concat(Stream.of(key), ends.mapToObj(end -> key.substring(0, end)));
    }

    @Test
    @DisplayName("explain every problem and every refusal, and every problem has a page beside")
    void explainEveryProblem() {
        for (ProblemName name : ProblemName.values()) {
            for (String part : List.of("title", "detail", "about")) {
                String key = "problem." + name.text() + "." + part;
                assertTrue(Bundles.of(Language.UK).containsKey(key), key);
            }
        }
        for (ProblemName name : ProblemName.values()) {
            Path page = Path.of("..", "docs", "problems", name.text() + ".md");
            assertTrue(Files.isRegularFile(page), page.toString());
        }
        for (Rule rule : Rule.values()) {
            String key = "rule." + custody.record.catalogue.Wire.name(rule);
            assertTrue(Bundles.of(Language.UK).containsKey(key), key);
        }
        for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
            String key = "refusal." + custody.record.catalogue.Wire.name(refusal);
            assertTrue(Bundles.of(Language.UK).containsKey(key), key);
        }
    }

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
