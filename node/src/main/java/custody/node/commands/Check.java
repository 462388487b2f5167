package custody.node.commands;

import custody.node.configuration.Settings;
import custody.node.wiring.StoreOpening;
import custody.store.FolderCheck;
import custody.store.archive.Volumes;
import custody.store.check.CheckReport;
import custody.store.check.FootagePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code custody check}: rebuilds everything from raw leaves. Exit 0 only when all agrees, 2 when not. */
@Command(
        name = "check",
        description = "Rebuilds a data folder's ledger from its raw leaves and compares everything with it.",
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {
    private static final int DIFFERS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", description = "Data folder, a node may run on it; or exported footage.")
    private Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings of the node.")
    private @Nullable Path config;

    @Option(
            names = "--audit",
            paramLabel = "NONCE",
            description = "Reads some 200 segments of footage that this word chooses, not every byte.")
    private @Nullable String nonce;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description =
                    "Key that the ledger of exported footage is known to sign with, as the facility publishes it.")
    private @Nullable String key;

    @Override
    public Integer call() throws Exception {
        if (Files.isRegularFile(data)) {
            ExportedFile.Finding finding = ExportedFile.check(data, Optional.ofNullable(key));
            finding.lines().forEach(spec.commandLine().getOut()::println);
            return finding.agrees() ? 0 : DIFFERS;
        }
        Settings settings = DataFolder.settings(data, config, null);
        CheckReport report = FolderCheck.of(
                data,
                StoreOpening.server(settings),
                StoreOpening.passphrase(settings.passphraseFile()),
                new FootagePlan(
                        new Volumes(settings.video().folder(), settings.video().second()),
                        Optional.ofNullable(nonce),
                        settings.demo()));
        report.lines().forEach(spec.commandLine().getOut()::println);
        return report.agrees() ? 0 : DIFFERS;
    }
}
