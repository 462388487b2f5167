package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Pack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files of cases that must be refused, each with the place named. */
final class BadCasesTest {
    private static final Path FOLDER = Path.of("..", "rulepacks", "ua");
    private final Pack pack = RulePackFolder.read(LawCasesTest.FOLDER).all().stream()
            .filter(each -> each.id().equals("ua"))
            .findFirst()
            .orElseThrow();

    private static final String CLOCKS = """
            provision: КПК 211(1)
            rule: maximum
            t0:
              - 2026-06-10T10:00:00+03:00
            events:
              - {apprehended: {basis: cpc-208}, at: 0s}
            cases:
              - name: звільнено
                martial-law: 0s..30h
                events:
                  - {released: {}, at: 72h+1s, as: let-go}
                  - {correction: {}, corrects: let-go, to: 71h, at: 80h}
                expect:
                  - [80h, met-late, 72h, 72h+1s]
            """;

    private static final String CELL = """
            provision: Наказ МВС 440
            rule: area
            t0: [2026-06-10T10:00:00+03:00]
            norm: 4.00
            people:
              чоловік:
                - {apprehended: {person.sex: male}, at: 0s}
            cases:
              - name: сам
                cell: {area: 4.00, places: 1, for: men}
                person: чоловік
                there: [чоловік]
                at: 1h
                expect: [needs-reason, under-area]
            """;

    private static final String APPOINTMENT = """
            provision: КПК 212(2)
            rule: custody-officer-appointment
            cases:
              - {name: слідчий, category: investigator, expect: refused}
            """;

    private static final String LOOK = """
            provision: Закон про поліцію 27
            rule: access-log
            cases:
              - name: відкрито
                look: record
                who: {badge: "1000001", post: інспектор, purpose: care, page: record-page}
                expect: {about: record, what: record-page}
            """;

    private Cases read(String text) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cases");
        Path file = Files.createDirectories(folder.resolve("ua/cases")).resolve("one.yaml");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return Cases.read(folder, file, pack);
    }

    @Test
    @DisplayName("cannot be read where something is mistyped, and file, line and rule are named")
    void cannotReadMistakes() throws IOException {
        refuses(
                CLOCKS,
                Map.ofEntries(
                        Map.entry(
                                "rule: maximum|rule: maximun",
                                "one.yaml:2: rule maximun: the pack has no rule maximun"),
                        Map.entry("rule: maximum\n|", "one.yaml:1: the key rule is missing"),
                        Map.entry("T10:00:00+03:00|T10:00", "one.yaml:4: rule maximum: expected a time such as"),
                        Map.entry(
                                "apprehended:|arrested:",
                                "one.yaml:6: rule maximum: unknown kind of event arrested; one of apprehended, "),
                        Map.entry(
                                "basis:|bases:",
                                "one.yaml:6: rule maximum: apprehended has no field bases; one of person.surname, "),
                        Map.entry("cpc-208|cpc-209", "one.yaml:6: rule maximum: apprehended cannot be recorded so"),
                        Map.entry("0s..30h|0s..soon", "one.yaml:9: rule maximum: expected a time"),
                        Map.entry("at: 72h+1s|at: then", "one.yaml:11: rule maximum: expected a time"),
                        Map.entry("at: 72h+1s|kind: x", "one.yaml:11: rule maximum: an event is one kind"),
                        Map.entry(
                                "corrects: let-go|corrects: he-went",
                                "one.yaml:12: rule maximum: no event before this one"),
                        Map.entry("to: 71h|to: 71", "one.yaml:12: rule maximum: expected a time"),
                        Map.entry(
                                "correction: {}|correction: {bases: x}",
                                "one.yaml:8: rule maximum: what happens in this case cannot be recorded: correction"),
                        Map.entry(
                                "    martial-law|    rule: custody-officer-appointment\n    martial-law",
                                "one.yaml:9: rule maximum: no board judges custody-officer-appointment"),
                        Map.entry("met-late|late", "one.yaml:14: rule maximum: a clock is never late"),
                        Map.entry(
                                "[80h, met-late, 72h, 72h+1s]|[80h]",
                                "one.yaml:14: rule maximum: expected when, state"),
                        Map.entry("expect:|expected:", "one.yaml:8: rule maximum: the key expect is missing"),
                        Map.entry("    martial-law|    war", "one.yaml:9: rule maximum: unknown key war"),
                        Map.entry("cases:|case:", "one.yaml:1: rule maximum: the key cases is missing"),
                        Map.entry("name: звільнено|name: [", "one.yaml:")));
        refuses(
                CELL,
                Map.ofEntries(
                        Map.entry("area: 4.00|area: 4.005", "one.yaml:10: rule area: expected square metres"),
                        Map.entry("norm: 4.00|norm: four", "one.yaml:4: rule area: expected square metres"),
                        Map.entry("person: чоловік|person: жінка", "one.yaml:11: rule area: nobody among the people"),
                        Map.entry("there: [чоловік]|there: [жінка]", "one.yaml:12: rule area: nobody among the people"),
                        Map.entry("for: men|for: boys", "one.yaml:10: rule area: unknown designation boys; one of"),
                        Map.entry("at: 1h|at: noon", "one.yaml:13: rule area: expected a time"),
                        Map.entry("needs-reason,|fine,", "one.yaml:14: rule area: unknown answer fine; one of allowed"),
                        Map.entry(", under-area|, too-small", "one.yaml:14: rule area: unknown concern too-small")));
        refuses(
                APPOINTMENT,
                Map.of(
                        "investigator|inspector",
                        "one.yaml:4: rule custody-officer-appointment: unknown category inspector",
                        "expect: refused|expect: no",
                        "one.yaml:4: rule custody-officer-appointment: unknown answer no"));
        refuses(
                LOOK,
                Map.of(
                        "look: record|look: film", "one.yaml:5: rule access-log: unknown look film; one of record",
                        "\"1000001\"|one", "one.yaml:6: rule access-log: expected a badge",
                        "purpose: care|purpose: fun", "one.yaml:6: rule access-log: unknown purpose fun",
                        "about: record|about: him", "one.yaml:7: rule access-log: unknown about him",
                        "{about: record, what: record-page}|nothing", "one.yaml:7: rule access-log: expected keys"));
    }

    private void refuses(String good, Map<String, String> mistakes) throws IOException {
        assertEquals("ua/cases/one.yaml", read(good).name());
        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            String[] change = mistake.getKey().split("\\|", -1);
            assertTrue(good.contains(change[0]), change[0]);
            String bad = good.replace(change[0], change[1]);
            BadRulePack refused = assertThrows(BadRulePack.class, () -> read(bad), mistake.getKey());
            String said = refused.problems().getFirst().toString();
            assertTrue(said.startsWith("ua/cases/" + mistake.getValue()), said);
        }
    }

    @Test
    @DisplayName("can be read where they are right: every file there is")
    void canReadEveryFile() throws IOException {
        try (var files = Files.list(FOLDER.resolve("cases"))) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 50, "the folder is found");
            all.forEach(file -> Cases.read(LawCasesTest.FOLDER, file, pack));
        }
    }
}
