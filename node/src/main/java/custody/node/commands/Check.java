package custody.node.commands;

import custody.ledger.log.Receipt;
import custody.node.alarms.LawInForce;
import custody.node.configuration.Settings;
import custody.node.wiring.StoreOpening;
import custody.store.FolderCheck;
import custody.store.archive.Volumes;
import custody.store.check.AlertLaw;
import custody.store.check.CheckReport;
import custody.store.check.FootagePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description =
                    "Text of a receipt that somebody kept, of this ledger or an earlier one of the folder; may be repeated.")
    private List<Path> receipts = List.of();

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
                        settings.demo()),
                kept(),
                Optional.of(new AlertLaw(LawInForce.reading(data), settings.rulePack(), InstantSource.system())));
        report.lines().forEach(spec.commandLine().getOut()::println);
        return report.agrees() ? 0 : DIFFERS;
    }

    private List<Receipt> kept() throws IOException {
        List<Receipt> kept = new ArrayList<>();
        for (Path file : receipts) {
            // A browser saves lines as its system ends them; the text itself has none but LF.
            String text = Files.readString(file).replace("\r\n", "\n").stripTrailing() + "\n";
            kept.add(Receipt.parse(text)
                    .accepted()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), file + " is not the text of a receipt, as its page shows it")));
        }
        return kept;
    }
}
