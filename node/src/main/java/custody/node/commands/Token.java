package custody.node.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody token}: an API token, from the running node or, where none runs, from the folder itself. */
@Command(name = "token", description = "Makes an API token; it is shown once.", mixinStandardHelpOptions = true)
public final class Token implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Data folder.")
    private Path data = Path.of("data");

    @Option(names = "--officer", paramLabel = "BADGE", required = true, description = "Whose token.")
    private String officer = "";

    @Option(names = "--config", paramLabel = "FILE", description = "Settings of the node.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        String token = Folder.ask(data, config, "token " + officer, control -> control.token(officer));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
