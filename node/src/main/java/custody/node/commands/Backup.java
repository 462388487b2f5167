package custody.node.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody backup}: a consistent copy, also while the node runs. */
@Command(
        name = "backup",
        description = "Copies a node into a new folder, also while it runs.",
        mixinStandardHelpOptions = true)
public final class Backup implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Data folder.")
    private Path data = Path.of("data");

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Folder of the backup; made new.")
    private Path to = Path.of("backup");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings of the node.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        Path folder = to.toAbsolutePath().normalize();
        String answer = Folder.ask(data, config, "backup " + folder, control -> control.backup(folder));
        spec.commandLine().getOut().println(answer);
        return 0;
    }
}
