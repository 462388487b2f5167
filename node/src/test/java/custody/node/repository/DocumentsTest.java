package custody.node.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The documents of the repository against the repository. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./custody ([a-z-]+)");

    private static final Pattern LISTED = Pattern.compile("^\\./custody (bench [a-z]+|[a-z-]+)");
    private static final Pattern PACKAGES = Pattern.compile("\\| (?:`([a-z]+)` )?\\| (`[a-z0-9]+`[^|]*)\\| (.*) \\|");

    /** Options that the launcher gives. */
    private static final Set<String> LAUNCHED = Set.of("bench restart --data");

    /** Verbs of the launcher itself. */
    private static final Set<String> LAUNCHER = Set.of("test", "jdk", "build");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                if (!Files.exists(document.resolveSibling(links.group(1)).normalize())) {
                    broken.add(ROOT.relativize(document) + " -> " + links.group(1));
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void everyCommandInTheDocumentsExists() throws IOException {
        Set<String> known = new TreeSet<>(LAUNCHER);
        known.addAll(Main.line().getSubcommands().keySet());
        Set<String> unknown = new TreeSet<>();
        for (Path document : documents()) {
            Matcher commands = COMMAND.matcher(Files.readString(document));
            while (commands.find()) {
                if (!known.contains(commands.group(1))) {
                    unknown.add(ROOT.relativize(document) + " -> " + commands.group(1));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    @DisplayName("The list of commands names every command with its options, and no other")
    void everyCommandIsListed() throws IOException {
        Map<String, String> listed = listed();
        Map<String, CommandLine> commands = new TreeMap<>();
        commands("", Main.line(), commands);
        Set<String> wrong = new TreeSet<>();
        commands.forEach((name, command) -> {
            String line = listed.getOrDefault(name, "");
            words(command).stream()
                    .filter(word -> !LAUNCHED.contains(name + " " + word))
                    .filter(word -> !Pattern.compile("(?<![a-z-])" + Pattern.quote(word) + "(?![a-z-])")
                            .matcher(line)
                            .find())
                    .forEach(word -> wrong.add(name + " lacks " + word));
            Pattern.compile("--[a-z-]+")
                    .matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .filter(option -> !command.getCommandSpec().optionsMap().containsKey(option))
                    .forEach(option -> wrong.add(name + " has no " + option));
        });
        listed.keySet().stream()
                .filter(name -> !commands.containsKey(name) && !LAUNCHER.contains(name))
                .forEach(name -> wrong.add("no command " + name));
        assertEquals(Set.of(), wrong);
    }

    /** Commands of the list in running.md, and all that is written after them. */
    private static Map<String, String> listed() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operating/running.md"));
        int from = page.indexOf("```\n");
        Map<String, String> listed = new TreeMap<>();
        page.substring(from, page.indexOf("```", from + 3)).lines().skip(1).forEach(line -> {
            Matcher command = LISTED.matcher(line);
            assertTrue(command.find(), line);
            listed.merge(command.group(1), line + " ", String::concat);
        });
        return listed;
    }

    /** Commands that do something, by what is typed; those that only have others below them do not. */
    private static void commands(String above, CommandLine line, Map<String, CommandLine> into) {
        line.getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            if (command.getSubcommands().isEmpty()) {
                into.put(above + name, command);
            } else {
                commands(above + name + " ", command, into);
            }
        });
    }

    /** The command itself, its options and what it is about. */
    private static List<String> words(CommandLine command) {
        List<String> words = new ArrayList<>(List.of(command.getCommandName()));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> words.add(option.longestName()));
        if (!command.getCommandName().equals("help")) {
            command.getCommandSpec()
                    .positionalParameters()
                    .forEach(about -> words.addAll(List.of(about.paramLabel().split("\\|", -1))));
        }
        return words;
    }

    @Test
    @DisplayName("The page of the architecture names every package of every room, and no other")
    void everyPackageIsNamed() throws IOException {
        Set<String> named = new TreeSet<>();
        String room = "";
        for (String line : Files.readAllLines(ROOT.resolve("docs/architecture.md"))) {
            Matcher row = PACKAGES.matcher(line);
            if (row.matches()) {
                room = row.group(1) == null ? room : row.group(1);
                for (Matcher name = Pattern.compile("`([a-z0-9.]+)`").matcher(row.group(2) + row.group(3));
                        name.find(); ) {
                    named.add(room + "." + name.group(1));
                }
            }
        }
        assertEquals(packages(), named);
    }

    private static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String room : List.of("record", "ledger", "video", "store", "web", "node")) {
            Path sources = ROOT.resolve(room + "/src/main/java/custody");
            try (Stream<Path> files = Files.walk(sources, 4)) {
                files.filter(Files::isDirectory)
                        .map(folder -> sources.relativize(folder).toString().replace('/', '.'))
                        .filter(name -> name.contains("."))
                        .forEach(packages::add);
            }
        }
        return packages;
    }

    @Test
    @DisplayName("Every class that the architecture walks through is there")
    void everyClassOfTheWalkIsThere() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.replace(".java", "")));
        }
        Set<String> unknown = new TreeSet<>();
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        for (String walk : page.split("In code: ", -1)) {
            Matcher names = Pattern.compile("`([A-Z][A-Za-z]+)(\\.[a-zA-Z]+)?`").matcher(walk.split("\n\n", 2)[0]);
            names.results()
                    .map(name -> name.group(1))
                    .filter(name -> !classes.contains(name))
                    .forEach(unknown::add);
        }
        assertEquals(4, page.split("In code: ", -1).length);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theReadmeShowsTheTwoCommands() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertTrue(readme.contains("./custody run --demo"));
        assertTrue(readme.contains("./custody test"));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/.git/"))
                    .sorted()
                    .toList();
        }
    }
}
