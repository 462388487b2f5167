package custody.node.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with which a lawyer tries a pack. */
@DisplayName("custody law")
class LawTest {
    private static final Path PACK = Path.of("..", "rulepacks", "gb-ew-pace");

    @TempDir
    private Path packs;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(PACK)) {
            for (Path file : files.toList()) {
                Path to = packs.resolve("own").resolve(PACK.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private int law(String... arguments) {
        CommandLine line = Main.line("law");
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(complained, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "law";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    private void spoil(String file, String from, String to) throws IOException {
        Path path = packs.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), from);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    @Test
    @DisplayName("says how many expectations of each provision were compared, and ends with 0 when all come out")
    void comparesAll() {
        assertEquals(0, law(packs.toString()), said + "" + complained);
        List<String> lines = said.toString().lines().toList();
        assertTrue(lines.getFirst().matches("gb-ew-pace \\S+: 22 rules"), lines.getFirst());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("  PACE s\\.\\S+: [1-9][0-9]* expectations")), said + "");
        assertTrue(lines.getLast().matches("  compared: [0-9]{4,}, wrong: 0"), lines.getLast());
    }

    @Test
    @DisplayName("takes the folder of one pack too, and names file, line and rule of what does not come out, with 2")
    void namesWhatIsWrong() throws IOException {
        Path cases = packs.resolve("own/cases");
        Path first;
        try (var files = Files.list(cases)) {
            first = files.sorted()
                    .filter(file -> contains(file, ", running, "))
                    .findFirst()
                    .orElseThrow();
        }
        String name = String.valueOf(first.getFileName());
        spoil("own/cases/" + name, ", running, ", ", suspended, ");
        int line = Files.readString(first).split(", suspended, ", 2)[0].split("\n", -1).length;
        assertEquals(2, law(packs.resolve("own").toString()));
        String wrong = "cases/" + name + ":" + line + ": rule ";
        assertTrue(
                said.toString().lines().anyMatch(told -> told.startsWith(wrong) && told.endsWith("is running")),
                said + "");
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    @DisplayName("refuses a pack that cannot be read as a node would, with 2")
    void refusesABadPack() throws IOException {
        spoil("own/pack.yaml", "zone: Europe/London", "zone: Europe/Londinium");
        assertEquals(2, law(packs.toString()));
        assertTrue(said.toString().matches("(?s)own/pack\\.yaml:[0-9]+: expected a time zone.*"), said + "");
    }

    @Test
    @DisplayName("wants a folder, and ends with 2 without one")
    void wantsAFolder() {
        assertEquals(2, law());
        assertEquals(2, law(packs.resolve("nowhere").toString()));
        assertTrue(complained.toString().contains("is no folder"), complained + "");
    }
}
