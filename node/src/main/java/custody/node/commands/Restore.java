package custody.node.commands;

import custody.node.configuration.SettingsFile;
import custody.node.wiring.StoreOpening;
import custody.store.backup.Manifest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody restore}: a data folder from a backup. */
@Command(
        name = "restore",
        description = "Makes a data folder from a backup; it goes on in a new epoch of the ledger.",
        mixinStandardHelpOptions = true)
public final class Restore implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "The backup.")
    private Path from = Path.of("backup");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "New data folder.")
    private Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, where the passphrase is kept elsewhere.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        Manifest manifest = custody.store.backup.Restore.into(
                from.toAbsolutePath().normalize(),
                data.toAbsolutePath().normalize(),
                StoreOpening.passphrase(
                        new SettingsFile(config).settings(data, null, false).passphraseFile()),
                new SecureRandom(),
                Instant.now());
        spec.commandLine()
                .getOut()
                .println("Restored " + manifest.files().size() + " files, " + manifest.size()
                        + " bytes, every one as it was backed up.");
        return 0;
    }
}
