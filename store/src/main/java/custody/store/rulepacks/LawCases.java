package custody.store.rulepacks;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the worked cases of rule packs, by whatever keeps their rules. The build does so with ours, {@code custody law} with anybody's. */
public final class LawCases {
    private final Path root;
    private final Path folder;
    private final Pack pack;
    private final CaseTally tally = new CaseTally();
    private final ClockDriver clocks = new ClockDriver(tally);
    private final CellDriver cells = new CellDriver(tally);
    private final AppointmentDriver appointments = new AppointmentDriver(tally);
    private final List<LookCases> looks = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private LawCases(Path root, Path folder, Pack pack) {
        this.root = root;
        this.folder = folder;
        this.pack = pack;
    }

    /**
     * What became of a pack's cases.
     *
     * @param compared how many expectations of each provision were compared, once for each T0
     * @param table what the cases of each rule show
     * @param wrong all that is wrong, each with its place; empty where the pack may be used
     * @param looks cases of looks: read, and not run, because it takes a whole store to look at
     */
    public record Outcome(
            Pack pack, Map<String, Integer> compared, List<String> table, List<String> wrong, List<LookCases> looks) {}

    /**
     * Runs the cases of every pack below a folder, or of the one that it holds itself.
     *
     * @throws BadRulePack where the rules themselves cannot be read
     */
    public static List<Outcome> run(Path root) {
        return RulePackFolder.byFolder(root).entrySet().stream()
                .map(read -> new LawCases(root, read.getKey(), read.getValue()).outcome())
                .toList();
    }

    private Outcome outcome() {
        files().forEach(this::file);
        List<String> wrong = Stream.of(
                        unreadable,
                        tally.wrong(),
                        without(),
                        clocks.matrix().holes(),
                        cells.holes(),
                        appointments.holes(),
                        Sources.wrong(root, folder, pack))
                .flatMap(List::stream)
                .toList();
        return new Outcome(pack, tally.perProvision(), clocks.matrix().table(), wrong, looks);
    }

    private void file(Path path) {
        try {
            switch (Cases.read(root, path, pack)) {
                case CaseFile file -> clocks.run(pack, file);
                case CellCases file -> cells.run(pack, file);
                case AppointmentCases file -> appointments.run(file);
                case LookCases file -> looks.add(file);
            }
        } catch (BadRulePack bad) {
            bad.problems().forEach(problem -> unreadable.add(problem.toString()));
        }
    }

    private List<String> without() {
        return pack.rules().stream()
                .map(Rule::id)
                .filter(rule -> !tally.judged().contains(rule)
                        && looks.stream().noneMatch(file -> file.rule().equals(rule)))
                .map(rule -> "rule " + rule + " has no case")
                .toList();
    }

    private List<Path> files() {
        Path cases = folder.resolve("cases");
        if (!Files.isDirectory(cases)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(cases)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadableFolder) {
            throw new UncheckedIOException("cases cannot be read", unreadableFolder);
        }
    }
}
