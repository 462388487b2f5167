package custody.node.commands;

import custody.record.law.rules.Pack;
import custody.store.rulepacks.BadRulePack;
import custody.store.rulepacks.LawCases;
import custody.store.rulepacks.LookCases;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code custody law}: reads rule packs as a node does and runs their worked cases as the build does. Exit 2 when anything is wrong. */
@Command(
        name = "law",
        description = "Reads a folder of rule packs and runs their worked cases.",
        mixinStandardHelpOptions = true)
public final class Law implements Callable<Integer> {
    private static final int WRONG = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Folder of one rule pack, or of several.")
    private Path folder = Path.of("rulepacks");

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<LawCases.Outcome> packs = LawCases.run(folder);
            packs.forEach(pack -> print(pack, out));
            return packs.stream().allMatch(pack -> pack.wrong().isEmpty()) ? 0 : WRONG;
        } catch (BadRulePack bad) {
            bad.problems().forEach(out::println);
            return WRONG;
        }
    }

    private static void print(LawCases.Outcome outcome, PrintWriter out) {
        Pack pack = outcome.pack();
        out.println(pack.id() + " " + pack.version() + ": " + pack.rules().size() + " rules");
        outcome.compared()
                .forEach((provision, count) -> out.println("  " + provision + ": " + count + " expectations"));
        for (LookCases file : outcome.looks()) {
            out.println("  " + file.provision() + ": " + file.cases().size()
                    + " cases of looks, read and not run: ./custody test store runs those of the repository");
        }
        int compared =
                outcome.compared().values().stream().mapToInt(Integer::intValue).sum();
        out.println("  compared: " + compared + ", wrong: " + outcome.wrong().size());
        outcome.wrong().forEach(out::println);
    }
}
