package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Heading;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.law.rules.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Packs that must be refused, each with the place named. */
final class BadRulePacksTest {
    private static final String RULE = """
            id: told
            provision: 1
            title: {uk: Повідомлено, en: Told}
            kind: deadline
            when: minor
            from: apprehended
            limit: 2h
            done-by: [released]
            demands: [release]
            source: {certainty: own-standard, text: a test}
            """;
    private static final String PACK = """
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
            """;

    @Test
    @DisplayName("can read the pack that the others are made from")
    void canReadTheGoodOne() throws IOException {
        Packs packs = RulePackFolder.read(folder(PACK, RULE));
        assertEquals("told", packs.all().getFirst().rules().getFirst().id());
        assertEquals(64, packs.all().getFirst().hash().length());
    }

    @Test
    @DisplayName("cannot use what a lawyer mistyped, and the place is named")
    void cannotUseMistakes() throws IOException {
        Map<String, String> mistakes = Map.ofEntries(
                Map.entry("when: minor|when: minr", "test/rules/told.yaml:5: rule told: unknown fact minr"),
                Map.entry(
                        "kind: deadline\nwhen: minor\nfrom: apprehended\nlimit: 2h\ndone-by: [released]"
                                + "|kind: forbidden-window\nbegins: [interview-started]\nends: [interview-ended]\n"
                                + "forbidden-from: \"22:00\"\nforbidden-to: \"06:00\"\nexcept-with: urgency\n"
                                + "part-of: {begins: [searched], ends: [released]}",
                        "test/rules/told.yaml:10: rule told: none of these events has a field urgency"),
                Map.entry("limit: 2h\n|", "test/rules/told.yaml:1: rule told: the limit is missing"),
                Map.entry(
                        "limit: 2h|limit: 2h\nuntil: heldUntil",
                        "test/rules/told.yaml:8: rule told: a deadline says either limit or until"),
                Map.entry(
                        "limit: 2h|until: heldUntil",
                        "test/rules/told.yaml:7: rule told: apprehended has no field held"),
                Map.entry(
                        "limit: 2h|until: place",
                        "test/rules/told.yaml:7: rule told: apprehended.place is neither a day nor an instant"),
                Map.entry(
                        "limit: 2h|until: person.birthDate\nsuspended-while: minor",
                        "test/rules/told.yaml:8: rule told: what an event says until is an instant"),
                Map.entry("limit: 2h|limit: {within: 2h, immediately: 3m}", "test/rules/told.yaml:7: rule told:"),
                Map.entry("limit: 2h|limit: 0h", "test/rules/told.yaml:7: rule told: 0h is no limit"),
                Map.entry("limit: 2h|limit: soon", "test/rules/told.yaml:7: rule told: expected a length"),
                Map.entry("[released]|[freed]", "test/rules/told.yaml:8: rule told: unknown kind of event freed"),
                Map.entry(
                        "[released]|[{notice: {addressee: aunt}}]",
                        "test/rules/told.yaml:8: rule told: notice.addressee cannot be aunt"),
                Map.entry(
                        "[released]|[{right-delayed: {reason: shelling}}]",
                        "test/rules/told.yaml:8: rule told: of right-delayed.reason a rule can only ask that it is said"),
                Map.entry(
                        "[released]|[{right-delayed: {aunt: said}}]",
                        "test/rules/told.yaml:8: rule told: right-delayed has no field aunt"),
                Map.entry(
                        "[released]|[{notice: {aunt: x}}]",
                        "test/rules/told.yaml:8: rule told: notice has no field aunt"),
                Map.entry("kind: deadline|kind: dead line", "test/rules/told.yaml:4: rule told: unknown kind of rule"),
                Map.entry("id: told|id: tell", "test/rules/told.yaml:1: rule told: the file is named after its rule"),
                Map.entry(
                        "provision: 1|provison: 1", "test/rules/told.yaml:1: rule told: the key provision is missing"),
                Map.entry("demands: [release]|demands: [freedom]", "test/rules/told.yaml:9: rule told: unknown demand"),
                Map.entry(
                        "limit: 2h|limit: 2h\nlimit: 3h",
                        "test/rules/told.yaml:8: rule told: the key limit stands twice"),
                Map.entry("limit: 2h|limit: 2h\nextra: 1", "test/rules/told.yaml:8: rule told: unknown key extra"),
                Map.entry("limit: 2h|limit: [2h", "test/rules/told.yaml:"),
                Map.entry(
                        "limit: 2h|limit: &a 2h\nwarnings: *a",
                        "test/rules/told.yaml:8: rule told: aliases are not allowed"),
                Map.entry(
                        "kind: deadline|kind: recurrence\nevery: [{when: minor, within: 1h}, {when: foreigner, within: 2h}]\npaused-while: minor",
                        "test/rules/told.yaml:6: rule told: paused-while stands beside one limit only"),
                Map.entry("limit: 2h|limit: !!java.net.URL [x]", "test/rules/told.yaml:7: rule told:"));
        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            String[] parts = mistake.getKey().split("\\|", -1);
            String broken = RULE.replace(parts[0], parts[1]);
            refused(folder(PACK, broken), mistake.getValue());
        }
    }

    @Test
    @DisplayName("can name the acts of its provisions, which are then cited in both languages")
    void canNameItsActs() throws IOException {
        String acts = PACK + """
                acts:
                  Кодекс: {uk: Кодекс України, en: Code of Ukraine, cited: Code}
                  Кодекс Б: {uk: Інший кодекс, en: Another Code, cited: Code B}
                """;
        for (String place : List.of("", " 7(1)", " Б 7(1)", " Б")) {
            String rule = RULE.replace("provision: 1", "provision: Кодекс" + place);
            Heading heading = RulePackFolder.read(folder(acts, rule))
                    .all()
                    .getFirst()
                    .rules()
                    .getFirst()
                    .heading();
            assertEquals("Кодекс" + place, heading.provision());
            assertEquals(new Text("Кодекс" + place, "Code" + place.replace("Б", "B")), heading.citation());
        }
        Heading plain = RulePackFolder.read(folder(PACK, RULE))
                .all()
                .getFirst()
                .rules()
                .getFirst()
                .heading();
        assertEquals(new Text("1", "1"), plain.citation(), "a pack that names no acts is cited as it is written");
    }

    @Test
    @DisplayName("cannot cite an act that it does not name, or name one by half")
    void cannotCiteUnknownActs() throws IOException {
        String acts = PACK + "acts:\n  Кодекс: {uk: Кодекс України, en: Code of Ukraine, cited: Code}\n";
        refused(
                folder(acts, RULE.replace("provision: 1", "provision: Кодексу 7")),
                "test/rules/told.yaml:2: rule told: the provision begins with no act that pack.yaml names under acts:"
                        + " Кодексу 7");
        refused(
                folder(acts.replace(", cited: Code", ""), RULE.replace("provision: 1", "provision: Кодекс 7")),
                "test/pack.yaml:12: the key cited is missing");
        refused(
                folder(acts.replace("cited:", "sited:"), RULE.replace("provision: 1", "provision: Кодекс 7")),
                "test/pack.yaml:12: the key cited is missing");
        refused(folder(PACK + "acts: [Кодекс]\n", RULE), "test/pack.yaml:11: expected keys with values");
        refused(
                folder(
                        acts.replace("cited: Code", "cited: Code, year: 1"),
                        RULE.replace("provision: 1", "provision: Кодекс 7")),
                "test/pack.yaml:12: unknown key year");
    }

    @Test
    @DisplayName("cannot define a fact by itself")
    void cannotDefineInCircles() throws IOException {
        String facts = PACK + "facts:\n  young: old\n  old: {not: young}\n";
        refused(folder(facts, RULE), "is defined by itself: young → old");
    }

    @Test
    @DisplayName("cannot be blown up: a billion laughs, a deep nest, a huge file")
    void cannotBeBlownUp() throws IOException {
        StringBuilder laughs = new StringBuilder("a: &a [lol, lol]\n");
        for (char letter = 'b'; letter < 'k'; letter++) {
            char before = (char) (letter - 1);
            laughs.append(letter)
                    .append(": &")
                    .append(letter)
                    .append(" [*")
                    .append(before)
                    .append(", *")
                    .append(before)
                    .append("]\n");
        }
        refused(folder(PACK, laughs.toString()), "test/rules/told.yaml:2: rule told: aliases are not allowed");
        refused(folder(PACK, "a: " + "[".repeat(500) + "]".repeat(500)), "test/rules/told.yaml");
        refused(folder(PACK, RULE + "#" + "x".repeat(70_000)), "longer than");
        refused(folder(PACK, ""), "empty");
    }

    @Test
    @DisplayName("two versions cannot be valid at once, and the switch is exact to the millisecond")
    void versions() throws IOException {
        Path root = folder(PACK, RULE);
        String next = PACK.replace("version: \"1\"", "version: \"2\"").replace("2026-01-01", "2026-07-01");
        write(root.resolve("test-2"), next, RULE);
        refused(root, "test-2/pack.yaml:4: version 2 is valid while version 1 is");
        write(root.resolve("test"), PACK + "valid-to: 2026-07-01T00:00:00+02:00\n", RULE);
        Packs packs = RulePackFolder.read(root);
        Instant change = Instant.parse("2026-06-30T22:00:00Z");
        assertEquals(
                "1",
                packs.judging("test", change.minusMillis(1)).map(Pack::version).orElse(""));
        assertEquals("2", packs.judging("test", change).map(Pack::version).orElse(""));
        assertTrue(packs.judging("test", Instant.parse("2025-01-01T00:00:00Z")).isEmpty());
    }

    @Test
    @DisplayName("cannot pair an end with a beginning by a field that one of the two does not have")
    void pairs() throws IOException {
        String night = RULE.replace("kind: deadline", "kind: forbidden-window")
                .replace("from: apprehended\nlimit: 2h\ndone-by: [released]\n", """
                        begins: [contact-started]
                        ends: [contact-ended]
                        paired-by: category
                        forbidden-from: "22:00"
                        forbidden-to: "06:00"
                        """);
        assertEquals(
                1,
                RulePackFolder.read(folder(PACK, night))
                        .all()
                        .getFirst()
                        .rules()
                        .size());
        refused(folder(PACK, night.replace("category", "purpose")), "none of these events has a field purpose");
        refused(folder(PACK, night.replace("category", "colour")), "none of these events has a field colour");
        refused(folder(PACK, night.replace("ends: [contact-ended]\n", "")), "paired-by stands beside ends");
    }

    @Test
    @DisplayName("the hash changes with any byte of any rule")
    void hash() throws IOException {
        String before = RulePackFolder.read(folder(PACK, RULE)).all().getFirst().hash();
        String same = RulePackFolder.read(folder(PACK, RULE)).all().getFirst().hash();
        String after = RulePackFolder.read(folder(PACK, RULE + "# \n"))
                .all()
                .getFirst()
                .hash();
        assertEquals(before, same);
        assertTrue(!before.equals(after));
    }

    private static void refused(Path root, String part) {
        BadRulePack bad = assertThrows(BadRulePack.class, () -> RulePackFolder.read(root), part);
        String message = String.valueOf(bad.getMessage());
        assertTrue(message.contains(part), () -> "expected «" + part + "» in «" + message + "»");
    }

    private static Path folder(String pack, String rule) throws IOException {
        Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "packs");
        write(root.resolve("test"), pack, rule);
        return root;
    }

    private static void write(Path folder, String pack, String rule) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        try (Stream<Path> old = Files.list(folder.resolve("rules"))) {
            for (Path path : old.toList()) {
                Files.delete(path);
            }
        }
        Files.writeString(folder.resolve("pack.yaml"), pack, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("rules").resolve("told.yaml"), rule, StandardCharsets.UTF_8);
    }
}
