package custody.store.bench;

import com.zaxxer.hikari.HikariDataSource;
import custody.store.FolderCheck;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import custody.store.records.Consequences;
import custody.store.records.Desk;
import custody.store.records.Feeding;
import custody.store.records.Feeding.Stored;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./custody bench append}: the append against raw INSERTs of the same bytes, batch for batch, each cost apart. */
public final class AppendBench {
    private static final int[] WRITERS = {1, 16, 64, 256};
    private static final int[] BATCHES = {1, 10, 100};
    private static final int ROUNDS = 5;
    private static final int SAMPLES = 512;

    private final Path folder;
    private final InstantSource clock;
    private final PrintStream out;
    private final double seconds;
    private final SecureRandom random = new SecureRandom();
    private int epochs = 1;

    /** Works in a folder of its own, which must not hold real data; {@code seconds} for each figure. */
    public AppendBench(Path folder, InstantSource clock, PrintStream out, double seconds) {
        this.folder = folder;
        this.clock = clock;
        this.out = out;
        this.seconds = seconds;
    }

    /** Measures and prints. */
    public void run() throws SQLException, InterruptedException {
        StoreSettings settings = StoreSettings.of(folder, Invented.HOME, clock);
        try (Store store = Store.open(settings)) {
            store.facilities().put(Invented.facility());
            out.println("whole append, in process, durable, read back, batches of up to " + settings.batchEntries());
            Writers writers = new Writers(store.records(), clock);
            for (int count : WRITERS) {
                out.printf(Locale.ROOT, "%4d writers   %s%n", count, writers.run(count, seconds));
            }
            out.println("batch for batch, against raw INSERTs of the same bytes in the same PostgreSQL; " + ROUNDS
                    + " rounds in turn, medians");
            Database database = EmbeddedPostgres.running(folder, random).orElseThrow();
            for (int batch : BATCHES) {
                compare(settings, database, batch);
            }
        }
    }

    private void compare(StoreSettings settings, Database database, int batch)
            throws SQLException, InterruptedException {
        DataKeys keys = new DataKeys(
                Keystore.open(folder.resolve(FolderCheck.KEYSTORE), new Passphrase.BesideKeystore(), random), random);
        FedLayer committed = new FedLayer(database, ledger(database), keys, settings.time(), random, batch, List.of());
        List<Stored> bytes = new ArrayList<>();
        while (bytes.size() < SAMPLES) {
            bytes.addAll(committed.sample());
        }
        try (Layer raw = new RawInserts(database, bytes, batch, 1);
                Layer together = new RawInserts(database, bytes, batch, Feeding.UNDER_WAY);
                Layer tree = new FedLayer(database, ledger(database), keys, settings.time(), random, batch, bytes);
                committed;
                HikariDataSource pool = Store.pool(database.access(Database.Login.APPLICATION));
                Layer whole = whole(settings, database, pool, batch)) {
            Rounds rounds = Rounds.of(List.of(raw, together, tree, committed, whole), ROUNDS, seconds);
            out.printf(
                    Locale.ROOT,
                    "batch %d (leaf %d, payload %d bytes)%n%s",
                    batch,
                    bytes.getFirst().leaf().length,
                    bytes.getFirst().payload().length,
                    rounds);
        }
    }

    private OwnLedger ledger(Database database) throws SQLException {
        return new OwnLedger(database, folder, ++epochs, clock.instant(), random);
    }

    private Layer whole(StoreSettings settings, Database database, HikariDataSource pool, int batch)
            throws SQLException {
        OwnLedger ledger = ledger(database);
        Keystore keystore =
                Keystore.open(folder.resolve(FolderCheck.KEYSTORE), new Passphrase.BesideKeystore(), random);
        Desk desk = new Desk(new Desk.Parts(
                database,
                pool,
                ledger.epoch(),
                ledger.sealer(),
                keystore,
                Invented.HOME,
                settings.time(),
                random,
                batch,
                settings.cachedEvents(),
                Consequences.NONE));
        return new WholeLayer(ledger, desk, clock, batch);
    }
}
