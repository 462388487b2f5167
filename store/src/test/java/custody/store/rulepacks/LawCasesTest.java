package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs every worked case of every pack and says how many each provision has. */
final class LawCasesTest {
    static final Path FOLDER = Path.of("..", "rulepacks");

    @Test
    @DisplayName(
            "every worked case gives what a lawyer expects, no rule is without one, and sources.md says of each what it says")
    void everyCase() {
        List<LawCases.Outcome> packs = LawCases.run(FOLDER);
        int cases = 0;
        for (LawCases.Outcome pack : packs) {
            pack.table().forEach(System.out::println);
            pack.compared().forEach((provision, count) -> System.out.println(provision + ": " + count));
            cases += pack.compared().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertEquals("", String.join("\n", pack.wrong()), pack.pack().id());
        }
        cases += looks(packs);
        System.out.println("cases: " + cases);
    }

    /** Looks at a store of its own in every way, which {@link LawCases} leaves out. */
    private static int looks(List<LawCases.Outcome> packs) {
        CaseTally tally = new CaseTally();
        LookDriver driver = new LookDriver(tally);
        packs.forEach(pack -> pack.looks().forEach(driver::run));
        assertFalse(tally.judged().isEmpty(), "the cases of looks are found");
        assertEquals("", String.join("\n", tally.wrong()));
        assertEquals(List.of(), driver.holes(), "what no case of a rule shows");
        return tally.perProvision().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
