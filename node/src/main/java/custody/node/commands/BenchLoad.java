package custody.node.commands;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import custody.record.desk.Accounts;
import custody.record.events.FacilityCode;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.bench.Load;
import custody.web.session.Passwords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench load}: a large store of invented people, made in bulk, on which a node then runs. */
@Command(
        name = "load",
        description = "Fills a new folder with invented records in bulk; then run it and measure with bench pages.",
        mixinStandardHelpOptions = true)
final class BenchLoad implements Callable<Integer> {
    /** The one officer's password in a folder in which nobody is real. */
    static final String PASSWORD = "bench-load-password";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "New folder.")
    private Path data = Path.of("bench-data");

    @Option(names = "--records", paramLabel = "N", description = "Custody records.", defaultValue = "100000")
    private int records;

    @Option(names = "--events", paramLabel = "N", description = "Events of all records.", defaultValue = "5000000")
    private long events;

    @Override
    public Integer call() throws Exception {
        if (Files.exists(data)) {
            throw new IOException(data + " is there already; the load makes a new folder");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FacilityCode home = Load.OFFICER.facility();
        Settings settings = new SettingsFile(null).withFacility(home.code()).settings(data, null, false);
        DataFolder.claim(settings);
        new Load(data, records, events, Instant.now(), out).run();
        try (Store store = Store.open(StoreSettings.of(data, home, InstantSource.system()))) {
            store.accounts().password(Load.OFFICER.badge(), new Passwords().hash(PASSWORD), new Accounts.Console());
        }
        out.println("Now: ./custody run --data " + data + " and, beside it, ./custody bench pages --data " + data);
        return 0;
    }
}
