package custody.store.bench;

import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database;
import custody.store.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Locale;

/** {@code ./custody bench append}: the whole append against raw INSERTs of the same bytes, batch for batch. */
public final class AppendBench {
    private static final int[] WRITERS = {1, 16, 64, 256};
    private static final int[] BATCHES = {1, 10, 100};

    private final Path folder;
    private final InstantSource clock;
    private final PrintStream out;
    private final double seconds;

    /** Works in a folder of its own, which must not hold real data; {@code seconds} for each figure. */
    public AppendBench(Path folder, InstantSource clock, PrintStream out, double seconds) {
        this.folder = folder;
        this.clock = clock;
        this.out = out;
        this.seconds = seconds;
    }

    /** Measures and prints. */
    public void run() throws SQLException, InterruptedException {
        out.println("append, in process, durable, read back, batches of up to 256");
        try (Store store = open(StoreSettings.BATCH_ENTRIES)) {
            Writers writers = new Writers(store.records(), clock);
            for (int count : WRITERS) {
                out.printf(Locale.ROOT, "%4d writers   %s%n", count, writers.run(count, seconds));
            }
        }
        out.println("batch for batch, against raw INSERTs of the same bytes in the same PostgreSQL");
        for (int batch : BATCHES) {
            compare(batch);
        }
    }

    private void compare(int batch) throws SQLException, InterruptedException {
        try (Store store = open(batch)) {
            // Two batches of writers: one is being committed while the next gathers.
            Rate whole = new Writers(store.records(), clock).run(batch == 1 ? 2 : 2 * batch, seconds);
            Database database =
                    EmbeddedPostgres.running(folder, new SecureRandom()).orElseThrow();
            Sizes sizes = Sizes.of(database);
            Rate raw = new RawInserts(database, sizes.leaf(), sizes.payload()).run(batch, seconds);
            Rate again = new Writers(store.records(), clock).run(batch == 1 ? 2 : 2 * batch, seconds);
            double best = Math.max(whole.eventsPerSecond(), again.eventsPerSecond());
            out.printf(
                    Locale.ROOT,
                    "batch %3d   raw %s%n            all %s%n            ratio %.2f (leaf %d, payload %d bytes)%n",
                    batch,
                    raw,
                    again,
                    best / raw.eventsPerSecond(),
                    sizes.leaf(),
                    sizes.payload());
        }
    }

    private Store open(int batch) {
        StoreSettings plain = StoreSettings.of(folder, Invented.HOME, clock);
        Store store = Store.open(new StoreSettings(
                plain.folder(),
                plain.home(),
                plain.server(),
                plain.passphrase(),
                plain.time(),
                batch,
                plain.cachedEvents()));
        if (store.facilities().find(Invented.HOME).isEmpty()) {
            store.facilities().put(Invented.facility());
        }
        return store;
    }

    /** Mean sizes of what an event stores. */
    private record Sizes(int leaf, int payload) {
        private static final String MEAN = """
                SELECT (SELECT avg(length(leaf)) FROM (SELECT leaf FROM leaf ORDER BY index DESC LIMIT 1000) l),
                       (SELECT avg(length(ciphertext)) FROM (SELECT ciphertext FROM event ORDER BY index DESC LIMIT 1000) e)
                """;

        static Sizes of(Database database) throws SQLException {
            try (Connection connection = database.connect(Database.Login.APPLICATION);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(MEAN)) {
                rows.next();
                return new Sizes(rows.getInt(1), rows.getInt(2));
            }
        }
    }
}
