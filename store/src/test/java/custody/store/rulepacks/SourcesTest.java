package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Certainty;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a pack's list of sources says of each rule against what the rule says of itself. */
@DisplayName("The sources of a pack")
final class SourcesTest {
    private static String mark(Certainty certainty) {
        return switch (certainty) {
            case READ_IN_THE_LAW -> "read";
            case READ_IN_AN_OLDER_TEXT -> "older";
            case SECONDARY -> "secondary";
            case TO_BE_CONFIRMED -> "confirm";
            case OWN_STANDARD -> "own";
        };
    }

    /** Marks by rule; the first word of a mark is the rule's, what follows is about another provision. */
    private static Map<String, String> marks(Pack pack) throws IOException {
        Map<String, String> marks = new HashMap<>();
        List<String> lines =
                Files.readAllLines(LawCasesTest.FOLDER.resolve(pack.id()).resolve("sources.md"));
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6
                    && !cells[1].contains("---")
                    && !cells[1].strip().equals("rule")) {
                Arrays.stream(cells[1].split(",", -1))
                        .map(String::strip)
                        .forEach(rule -> marks.put(rule, cells[3].strip().split("[; ]", 2)[0]));
            }
        }
        return marks;
    }

    @Test
    @DisplayName("name every rule, no other, and how surely each says what the law says")
    void nameEveryRule() throws IOException {
        for (Pack pack : RulePackFolder.read(LawCasesTest.FOLDER).all()) {
            Map<String, String> marks = marks(pack);
            Set<String> rules = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
            assertEquals(rules, marks.keySet(), pack.id());
            for (Rule rule : pack.rules()) {
                assertEquals(
                        mark(rule.heading().source().certainty()), marks.get(rule.id()), pack.id() + " " + rule.id());
                assertTrue(!rule.heading().source().text().isBlank(), rule.id());
            }
        }
    }
}
