package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases of a pack that somebody wrote for himself. */
@DisplayName("The worked cases of a folder of one's own")
final class OwnLawCasesTest {
    private static final String PACK = "test/pack.yaml";
    private static final String TOLD = "test/rules/told.yaml";
    private static final String CASES = "test/cases/told.yaml";
    private static final String SOURCES = "test/sources.md";
    private static final Map<String, String> FILES = Map.of(PACK, """
            id: test
            jurisdiction: nowhere
            version: "1"
            valid-from: 2026-01-01T00:00:00+02:00
            zone: Europe/Kyiv
            language: uk
            country: UA
            majority: {years: 18}
            escalation:
              - {to: custody-officer}
            """, TOLD, """
            id: told
            provision: Закон 1
            title: {uk: Повідомлено, en: Told}
            kind: deadline
            from: apprehended
            limit: 2h
            done-by: [released]
            demands: [release]
            source: {certainty: own-standard, text: a test}
            """, CASES, """
            provision: Закон 1
            rule: told
            t0: ["2026-06-10T10:00:00+03:00", "2026-10-24T20:30:00+03:00"]
            events:
              - {apprehended: {}, at: 0s}
            cases:
              - name: вчасно
                events:
                  - {released: {}, at: 2h}
                expect:
                  - [1h, running, 2h]
                  - [3h, met, 2h, 2h]
            """, SOURCES, """
            | rule | provision | mark | remarks |
            |---|---|---|---|
            | told | Закон 1 | own | |
            """);

    /** The only pack, with one file spoilt; {@code to} is null where it is not there at all. */
    private static LawCases.Outcome spoilt(String file, String from, String to) throws IOException {
        Path root = folder();
        Path spoilt = root.resolve(file);
        String text = Files.readString(spoilt);
        assertTrue(text.contains(from), from);
        Files.writeString(spoilt, text.replace(from, to));
        return LawCases.run(root).getFirst();
    }

    private static Path folder() throws IOException {
        Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "own-law");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
        return root;
    }

    /** What is wrong apart from what the cases of so small a pack do not show. */
    private static List<String> wrong(LawCases.Outcome outcome) {
        return outcome.wrong().stream()
                .filter(line -> !line.startsWith("rule told (Закон 1): no case shows "))
                .toList();
    }

    @Test
    @DisplayName("are run from each T0 and counted by provision, in a folder of packs or in one of a single pack")
    void areCounted() throws IOException {
        Path root = folder();
        for (Path asked : List.of(root, root.resolve("test"))) {
            LawCases.Outcome outcome = LawCases.run(asked).getFirst();
            assertEquals(Map.of("Закон 1", 4), outcome.compared());
            assertEquals(List.of(), wrong(outcome));
        }
    }

    @Test
    @DisplayName("that come out otherwise are named by file, line, rule, case, T0 and time")
    void namesWhatIsWrong() throws IOException {
        assertEquals(
                List.of(
                        "test/cases/told.yaml:12: rule told «вчасно» from 2026-06-10T10:00:00+03:00 at 3h: state:"
                                + " expected breached, is met",
                        "test/cases/told.yaml:12: rule told «вчасно» from 2026-10-24T20:30:00+03:00 at 3h: state:"
                                + " expected breached, is met"),
                wrong(spoilt(CASES, "[3h, met,", "[3h, breached,")));
        assertEquals(
                "test/cases/told.yaml:12: rule told «вчасно» from 2026-06-10T10:00:00+03:00 at 3h: met: expected"
                        + " 2026-06-10T12:01+03:00, is 2026-06-10T12:00+03:00",
                wrong(spoilt(CASES, "2h, 2h]", "2h, 2h1m]")).getFirst());
    }

    @Test
    @DisplayName("that cannot be read, or recorded, are named, and so is a rule without one")
    void namesWhatCannotBeRead() throws IOException {
        assertEquals(
                List.of("test/cases/told.yaml:11: rule told: a clock is never run", "rule told has no case"),
                wrong(spoilt(CASES, "running", "run")));
        List<String> wrong = wrong(spoilt(
                CASES, "released: {}, at: 2h}", "correction: {no-such-field: x}, corrects: apprehended, at: 2h}"));
        assertTrue(
                wrong.getFirst()
                        .startsWith("test/cases/told.yaml:7: rule told: what happens in this case cannot be recorded:"),
                wrong.getFirst());
    }

    @Test
    @DisplayName("that leave something out are told what")
    void namesWhatIsLeftOut() throws IOException {
        List<String> holes = LawCases.run(folder()).getFirst().wrong();
        assertEquals(1, holes.size());
        assertTrue(
                holes.getFirst()
                        .startsWith("rule told (Закон 1): no case shows a second before the limit, a second after the"
                                + " limit, late, corrected, under another basis"),
                holes.getFirst());
        assertFalse(holes.getFirst().contains("no martial law"), holes.getFirst());
    }

    @Test
    @DisplayName("stand beside sources.md, which names every rule, no other, and how surely it says what the law says")
    void comparesSources() throws IOException {
        assertEquals(
                List.of("test/sources.md:3: rule told: marked read, by the rule itself own"),
                wrong(spoilt(SOURCES, "| own |", "| read; 2 own |")));
        assertEquals(
                List.of(
                        "test/sources.md: rule told: the rule is not named",
                        "test/sources.md:3: rule tolled: the pack has no such rule"),
                wrong(spoilt(SOURCES, "told", "tolled")));
        Path root = folder();
        Files.delete(root.resolve(SOURCES));
        assertEquals(
                List.of("test/sources.md: the file is not there"),
                wrong(LawCases.run(root).getFirst()));
    }
}
