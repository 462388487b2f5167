package custody.node;

import custody.node.commands.Backup;
import custody.node.commands.Bench;
import custody.node.commands.Check;
import custody.node.commands.DemoDayCommand;
import custody.node.commands.Law;
import custody.node.commands.Rehearse;
import custody.node.commands.Restore;
import custody.node.commands.Run;
import custody.node.commands.Token;
import custody.node.configuration.WrongSetting;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. Exit codes: 0 done, 1 failed, 2 wrong usage, or a check that found something. */
@Command(
        name = "custody",
        description = "One provable record of everything that happens to a detained person.",
        footer = {"", "Also: ./custody test [room] [--long]  runs all tests."},
        version = "0.1.0",
        mixinStandardHelpOptions = true)
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            Run.class,
            Check.class,
            Law.class,
            Token.class,
            Backup.class,
            Restore.class,
            DemoDayCommand.class,
            Bench.class,
            Rehearse.class,
            HelpCommand.class);

    private Main() {}

    /** Starts the program. */
    public static void main(String[] arguments) {
        CommandLine line = line(arguments);
        line.setExecutionExceptionHandler((failure, command, _) -> explain(failure, command));
        System.exit(line.execute(arguments));
    }

    /** The command line for these arguments. A node that comes back after a blackout reads only what {@code run} takes. */
    public static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        (arguments.length > 0 && arguments[0].equals("run") ? List.of(Run.class) : COMMANDS)
                .forEach(line::addSubcommand);
        return line;
    }

    /** People at a terminal get a sentence; whoever wants the stack sets CUSTODY_TRACE. */
    private static int explain(Exception failure, CommandLine command) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println("custody: " + message);
        if (System.getenv("CUSTODY_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return failure instanceof WrongSetting ? 2 : 1;
    }
}
