package custody.store.bench;

import custody.ledger.log.BootId;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.TileBuilder;
import custody.record.places.Officer;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.files.FolderLock;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import custody.store.ledger.PostgresTiles;
import custody.store.records.Projecting;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./custody bench load}: a large and honest store in minutes. Years of a busy facility are told in one run of the
 * machine, an entry every 31.5 s, forty people in custody at a time. Leaves, payloads, tiles, keys and lists are those
 * that the append writes, so that the check agrees. Cut are: deciding (the story is in order), reading back, looks,
 * heartbeats, and all but the last checkpoint; alarms of custody that has ended count as told.
 */
public final class Load {
    /** The one officer of such a store. */
    public static final Officer OFFICER = new Officer(
            Invented.OFFICER,
            "Вигаданий Інспектор",
            "капітан",
            "інспектор",
            Invented.HOME,
            Officer.Category.CUSTODY_OFFICER,
            true);

    private static final int BATCH = 16_384;
    private static final int NONCE = 12;

    private final Path folder;
    private final PrintStream out;
    private final int records;
    private final long events;
    private final Instant began;
    private final BootId boot = BootId.of(UUID.randomUUID());
    private final SecureRandom random = new SecureRandom();
    private final long start = System.nanoTime();

    /**
     * Fills a new folder.
     *
     * @param records about how many custody records
     * @param events how many events, at least 20 for each record
     * @param now when the last one is recorded
     */
    public Load(Path folder, int records, long events, Instant now, PrintStream out) {
        if (records < LoadPlan.PRESENT || events / records < LoadPlan.SHORTEST) {
            throw new IllegalArgumentException("at least 40 records with 20 events each");
        }
        this.folder = folder;
        this.records = records;
        this.events = events;
        this.out = out;
        this.began = now.truncatedTo(ChronoUnit.MILLIS).minusMillis(LoadPlan.STEP_MILLIS * (events + 2));
    }

    /** Makes the folder and fills it. Cut off in the middle, the folder is of no use. */
    public void run() throws SQLException, InterruptedException {
        begin();
        try (FolderLock _ = FolderLock.take(folder);
                Database database = EmbeddedPostgres.start(folder, random);
                Connection connection = database.connect(Login.APPLICATION);
                ExecutorService writing = Executors.newSingleThreadExecutor()) {
            execute(connection, "SET search_path = custody; SET synchronous_commit = off");
            connection.setAutoCommit(false);
            fill(connection, writing);
            try (Connection owner = database.connect(Login.OWNER)) {
                // What the server would do by itself in the years that were skipped.
                execute(owner, "VACUUM (ANALYZE)");
            }
        }
        out.printf(Locale.ROOT, "%,d events of %,d records%n", events, records);
    }

    /** The folder as a node makes it at its first start, years ago. */
    private void begin() {
        StoreSettings plain = StoreSettings.of(folder, Invented.HOME, () -> began);
        StoreSettings past = new StoreSettings(
                plain.folder(),
                plain.home(),
                plain.server(),
                plain.passphrase(),
                () -> LoadEncoding.time(boot, began, began),
                plain.batchEntries(),
                plain.cachedEvents());
        try (Store store = Store.open(past)) {
            store.facilities().put(LoadStory.facility());
            store.officers().put(OFFICER);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fill(Connection connection, ExecutorService writing) throws SQLException, InterruptedException {
        Epoch epoch = Epochs.all(connection).getLast();
        TileBuilder tree =
                TileBuilder.resume(frontier(connection, epoch), new PostgresTiles(connection, epoch.number()));
        Keystore keystore = Keystore.open(folder.resolve("keystore.p12"), new Passphrase.BesideKeystore(), random);
        LoadEncoding encoding = new LoadEncoding(epoch.origin(), boot, began, new Projecting(keystore));
        SplittableRandom story = new SplittableRandom(7);
        LoadPlan plan = new LoadPlan(new DataKeys(keystore, random), records, events, tree.size(), began, story);
        Future<?> writes = writing.submit(() -> {});
        while (!plan.done()) {
            LoadBatch batch = new LoadBatch(epoch.number(), tree.size());
            tell(plan, encoding, batch, tree, story);
            await(writes);
            writes = writing.submit(() -> {
                batch.write(connection);
                return null;
            });
            progress(tree.size());
        }
        await(writes);
    }

    private void tell(LoadPlan plan, LoadEncoding encoding, LoadBatch batch, TileBuilder tree, SplittableRandom story) {
        long first = plan.index();
        byte[] nonces = new byte[BATCH * NONCE];
        random.nextBytes(nonces);
        List<Telling> tellings = new ArrayList<>();
        for (LoadPerson person : plan.plan(BATCH, batch)) {
            tellings.add(new Telling(person, story.split(), nonce()));
        }
        boolean last = plan.done();
        List<LoadEncoding.Encoded> encoded = tellings.parallelStream()
                .flatMap(each -> encoding.tell(each.person(), nonces, first, each.random()).stream())
                .sorted(Comparator.comparingLong(LoadEncoding.Encoded::index))
                .toList();
        batch.leaves(encoded, tree);
        List<LoadPerson> present = last ? plan.present() : List.of();
        tellings.parallelStream()
                .filter(each -> each.person().complete())
                .map(each -> encoding.line(each.person(), each.nonce()))
                .toList()
                .forEach(batch::line);
        present.forEach(person -> batch.line(encoding.line(person, nonce())));
    }

    /** What one thread needs to tell of a person. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    private record Telling(LoadPerson person, SplittableRandom random, byte[] nonce) {}

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    private static Frontier frontier(Connection connection, Epoch epoch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT frontier FROM tree_head WHERE epoch = ?")) {
            select.setInt(1, epoch.number());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return Frontier.decode(rows.getBytes(1)).orThrow();
            }
        }
    }

    private static void await(Future<?> writes) throws SQLException, InterruptedException {
        try {
            writes.get();
        } catch (ExecutionException failed) {
            throw new SQLException("a batch of the load was not written", failed.getCause());
        }
    }

    private void progress(long size) {
        if (size / BATCH % 16 == 0) {
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(Locale.ROOT, "%,12d entries   %,8.0f/s   %4.0f s%n", size, size / seconds, seconds);
        }
    }
}
