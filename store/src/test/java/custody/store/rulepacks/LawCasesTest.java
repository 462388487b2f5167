package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs every worked case of every pack, by whatever keeps its rule, and says how many each provision has. */
final class LawCasesTest {
    static final Path FOLDER = Path.of("..", "rulepacks");
    private final Packs packs = RulePackFolder.read(FOLDER);
    private final CaseTally tally = new CaseTally();
    private final ClockDriver clocks = new ClockDriver(tally);
    private final CellDriver cells = new CellDriver(tally);
    private final AppointmentDriver appointments = new AppointmentDriver(tally);
    private final LookDriver looks = new LookDriver(tally);

    @Test
    @DisplayName("every worked case gives what a lawyer expects, and no rule is without one")
    void everyCase() throws IOException {
        for (Pack pack : packs.all()) {
            for (Path path : files(FOLDER.resolve(pack.id()).resolve("cases"))) {
                switch (Cases.read(path, pack)) {
                    case CaseFile file -> clocks.run(pack, file);
                    case CellCases file -> cells.run(pack, file);
                    case AppointmentCases file -> appointments.run(pack, file);
                    case LookCases file -> looks.run(pack, file);
                }
            }
        }
        clocks.matrix().print();
        tally.print();
        assertTrue(tally.wrong().isEmpty(), () -> "\n" + String.join("\n", tally.wrong()));
        assertEquals(Set.of(), unjudged(), "rules without a case");
        List<String> holes = Stream.of(clocks.matrix().holes(), cells.holes(), appointments.holes(), looks.holes())
                .flatMap(List::stream)
                .toList();
        assertEquals(List.of(), holes, "what no case of a rule shows");
    }

    private Set<String> unjudged() {
        return packs.all().stream()
                .flatMap(pack -> pack.rules().stream().map(rule -> pack.id() + " " + rule.id()))
                .filter(rule -> !tally.judged().contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
