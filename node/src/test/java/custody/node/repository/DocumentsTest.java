package custody.node.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the repository against the repository. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./custody ([a-z-]+)");

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
