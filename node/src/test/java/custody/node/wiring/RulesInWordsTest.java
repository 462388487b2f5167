package custody.node.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Pack;
import custody.store.rulepacks.BadRulePack;
import custody.store.rulepacks.RulePackFolder;
import custody.web.components.Row;
import custody.web.law.LawWords;
import custody.web.law.PackChanges;
import custody.web.law.RuleWords;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that the page of changes would not show is a change of the law that nobody sees. */
@DisplayName("A rule in words")
class RulesInWordsTest {
    private static final Path FOLDER = Path.of("..", "rulepacks");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern KEY = Pattern.compile("^ *(?:- +)?[a-z-]+: .*");

    @TempDir
    Path folder;

    @Test
    @DisplayName("says all that its file says: every number changed, every line left out, shows as a change")
    void saysAllThatItsFileSays() throws IOException {
        List<String> unseen = new ArrayList<>();
        int changes = 0;
        for (String id : List.of("ua", "gb-ew-pace")) {
            Path copy = copy(id);
            Pack pack = read(copy).orElseThrow();
            for (Path file : files(copy.resolve("rules"))) {
                List<String> lines = Files.readAllLines(file);
                for (int line = 0; line < lines.size(); line++) {
                    for (String other : others(lines.get(line))) {
                        List<String> changed = new ArrayList<>(lines);
                        changed.set(line, other);
                        Files.write(file, changed);
                        Optional<Pack> after = read(copy);
                        if (after.isPresent() && !after.get().rules().equals(pack.rules())) {
                            changes++;
                            if (!seen(pack, after.get())) {
                                unseen.add(file.getFileName() + ":" + (line + 1) + " " + lines.get(line));
                            }
                        }
                    }
                }
                Files.write(file, lines);
            }
        }
        assertEquals(List.of(), unseen);
        assertTrue(changes > 300, "only " + changes + " changes were tried");
    }

    @Test
    @DisplayName("says “since the apprehension” where anything done since then counts, and no number of days")
    void saysSinceTheApprehension() throws IOException {
        Pack pack = read(copy("ua")).orElseThrow();
        List<String> said = pack.rules().stream()
                .filter(rule -> rule.id().equals("notices-checked"))
                .flatMap(rule -> words(Language.EN).of(rule).rows().stream())
                .filter(row -> row.key().startsWith("Counts also"))
                .map(Row::value)
                .toList();
        assertEquals(List.of("since the apprehension"), said);
    }

    @Test
    @DisplayName("says that a field must be said, whatever it says")
    void saysThatAFieldMustBeSaid() throws IOException {
        Path copy = copy("ua");
        Pack after = read(copy).orElseThrow();
        Path file = copy.resolve("rules/suspicion.yaml");
        Files.writeString(file, Files.readString(file).replace(", reason: said", ""));
        Pack before = read(copy).orElseThrow();
        assertTrue(!before.rules().equals(after.rules()) && seen(before, after));
    }

    @Test
    @DisplayName("stands beside what changed for all rules: when somebody is an adult")
    void showsWhatChangedForAll() throws IOException {
        Path copy = copy("ua");
        Pack before = read(copy).orElseThrow();
        Path file = copy.resolve("pack.yaml");
        Files.writeString(file, Files.readString(file).replace("years: 18", "years: 17"));
        PackChanges changes = PackChanges.of(before, read(copy).orElseThrow(), words(Language.EN));
        assertEquals(List.of(), changes.changed());
        assertEquals(
                List.of(new PackChanges.Line(
                        "Adult",
                        "from 18 years, from the day after the birthday",
                        "from 17 years, from the day after the birthday")),
                changes.all());
    }

    /** The line with its first number one more, and nothing in its place where it is a key of its own. */
    private static List<String> others(String line) {
        List<String> others = new ArrayList<>();
        if (line.startsWith("#") || line.startsWith("version:")) {
            return others;
        }
        Matcher number = NUMBER.matcher(line);
        if (number.find()) {
            int more = Integer.parseInt(number.group()) + 1;
            others.add(line.substring(0, number.start()) + more + line.substring(number.end()));
        }
        if (KEY.matcher(line).matches()) {
            others.add("#");
        }
        return others;
    }

    /** A text that one language alone has changes for its readers. */
    private static boolean seen(Pack before, Pack after) {
        return Stream.of(Language.values())
                .anyMatch(language -> PackChanges.of(before, after, words(language)).changed().stream()
                        .noneMatch(rule -> rule.lines().isEmpty()));
    }

    private static RuleWords words(Language language) {
        return new RuleWords(
                new LawWords(Wording.in(language), new Times(java.time.ZoneId.of("Europe/Kyiv"), language)));
    }

    private static Optional<Pack> read(Path copy) {
        try {
            return Optional.of(RulePackFolder.read(copy.resolve("..")).all().getFirst());
        } catch (BadRulePack refused) {
            return Optional.empty();
        }
    }

    private Path copy(String id) throws IOException {
        Path copy = Files.createTempDirectory(folder, id).resolve(id);
        Files.createDirectories(copy.resolve("rules"));
        Files.copy(FOLDER.resolve(id).resolve("pack.yaml"), copy.resolve("pack.yaml"));
        for (Path rule : files(FOLDER.resolve(id).resolve("rules"))) {
            Files.copy(rule, copy.resolve("rules").resolve(rule.getFileName()));
        }
        return copy;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
