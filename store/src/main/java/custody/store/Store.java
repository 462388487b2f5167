package custody.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.note.NoteSigner;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.TreeHead;
import custody.record.desk.Accounts;
import custody.record.desk.Changes;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.desk.LedgerView;
import custody.record.desk.Officers;
import custody.store.alarms.Alerts;
import custody.store.alarms.DueRecords;
import custody.store.alarms.MartialLaw;
import custody.store.alarms.Outbox;
import custody.store.alarms.PostgresCameraAlarms;
import custody.store.alarms.PostgresRaisedAlerts;
import custody.store.archive.VideoArchive;
import custody.store.archive.VideoKeys;
import custody.store.archive.Volumes;
import custody.store.backup.Backup;
import custody.store.backup.Manifest;
import custody.store.backup.UnfinishedRestore;
import custody.store.database.Database;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.database.ExternalDatabase;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.FolderLock;
import custody.store.files.Folders;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import custody.store.ledger.LastSigned;
import custody.store.ledger.PostgresLedgerView;
import custody.store.ledger.Sealer;
import custody.store.migrations.Migrating;
import custody.store.records.Desk;
import custody.store.records.OwnReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * An open data folder: the one door to everything that is kept. Safe for many threads. One process holds a folder at a
 * time. {@link #close} finishes what was accepted, seals it and stops the embedded database.
 */
public final class Store implements AutoCloseable {
    private static final int QUERY_CONNECTIONS = 12;

    private final Path folder;
    private final FolderLock lock;
    private final Database database;
    private final HikariDataSource pool;
    private final Sealer sealer;
    private final Thread sealing;
    private final Desk desk;
    private final LedgerView ledger;
    private final VideoArchive.Parts video;
    private final PostgresRaisedAlerts raised;
    private final PostgresCameraAlarms cameraAlarms;
    private final MartialLaw martialLaw;

    private Store(StoreSettings settings, FolderLock lock, Database database, SecureRandom random) throws SQLException {
        this.folder = settings.folder();
        this.lock = lock;
        this.database = database;
        Migrating.migrate(database);
        Keystore keystore;
        Epoch epoch;
        TreeHead head;
        try (Connection connection = database.connect(Login.APPLICATION)) {
            List<Epoch> epochs = Epochs.all(connection);
            keystore = keystore(settings, epochs, random);
            epoch = Opening.epoch(connection, settings, keystore, epochs);
            head = head(connection, epoch);
        }
        if (!epoch.origin().facility().equals(settings.home().code())) {
            throw new StoreFault(
                    Code.WRONG_FOLDER,
                    "this folder keeps the ledger " + epoch.origin() + ", not one of " + settings.home());
        }
        NoteSigner signer = signer(keystore, epoch);
        this.sealer = new Sealer(database, epoch, signer, new LastSigned(settings.folder()), head);
        this.pool = pool(database.access(Login.APPLICATION));
        DataKeys dataKeys = new DataKeys(keystore, random);
        VideoKeys videoKeys = new VideoKeys(pool, dataKeys);
        this.desk = new Desk(new Desk.Parts(
                database,
                pool,
                epoch,
                sealer,
                keystore,
                settings.home(),
                settings.time(),
                random,
                settings.batchEntries(),
                settings.cachedEvents(),
                VideoArchive.consequences(videoKeys, random)));
        this.ledger = new PostgresLedgerView(pool, epoch, sealer);
        this.video = new VideoArchive.Parts(pool, videoKeys, desk::note, desk::looked, random);
        this.raised = new PostgresRaisedAlerts(pool, desk::look);
        this.cameraAlarms =
                new PostgresCameraAlarms(pool, (facts, rows) -> desk.note(EntryClass.GAP, facts, rows), desk::looked);
        this.martialLaw = new MartialLaw(
                pool,
                (facts, rows) -> desk.note(EntryClass.CONFIG, facts, rows),
                () -> settings.time().now().recordedAt());
        if (head.size() == 0) {
            desk.note(EntryClass.EPOCH, Opening.facts(database, epoch));
        }
        this.sealing = Thread.ofPlatform().name("sealer").start(sealer);
    }

    /**
     * Opens a data folder; makes it at the first start.
     *
     * @throws StoreFault with a sentence for the person at the console; nothing was written to the ledger then
     */
    public static Store open(StoreSettings settings) {
        Path folder = Folders.own(settings.folder());
        FolderLock lock = FolderLock.take(folder);
        refuseUnfinished(folder, lock);
        SecureRandom random = new SecureRandom();
        Database database = null;
        try {
            database = switch (settings.server()) {
                case StoreSettings.Server.Embedded() -> EmbeddedPostgres.start(folder, random);
                case StoreSettings.Server.External(Access owner, Access application) ->
                    new ExternalDatabase(owner, application);
            };
            return new Store(settings, lock, database, random);
        } catch (SQLException failed) {
            release(database, lock);
            throw new StoreFault(Code.DATABASE_UNAVAILABLE, "the database does not answer: " + failed, failed);
        } catch (RuntimeException failed) {
            release(database, lock);
            throw failed;
        }
    }

    private static void refuseUnfinished(Path folder, FolderLock lock) {
        try {
            UnfinishedRestore.refuse(folder);
        } catch (StoreFault unfinished) {
            lock.close();
            throw unfinished;
        }
    }

    private static void release(@org.jspecify.annotations.Nullable Database database, FolderLock lock) {
        if (database != null) {
            database.close();
        }
        lock.close();
    }

    private static Keystore keystore(StoreSettings settings, List<Epoch> epochs, SecureRandom random) {
        Path file = settings.folder().resolve(FolderCheck.KEYSTORE);
        return epochs.isEmpty() && !Files.exists(file)
                ? Keystore.create(file, settings.passphrase(), random)
                : Keystore.open(file, settings.passphrase(), random);
    }

    private static NoteSigner signer(Keystore keystore, Epoch epoch) {
        return keystore.existingSignerSeed(epoch.number())
                .map(seed -> NoteSigner.fromSeed(epoch.origin().text(), seed))
                .filter(signer -> signer.key().equals(epoch.key()))
                .orElseThrow(() -> new StoreFault(
                        Code.KEYSTORE_WRONG, "the keystore does not hold the signing key of " + epoch.origin()));
    }

    private static TreeHead head(Connection connection, Epoch epoch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT frontier FROM tree_head WHERE epoch = ?")) {
            select.setInt(1, epoch.number());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new StoreFault(Code.LEDGER_DAMAGED, "the ledger has lost its tree head; run the check");
                }
                return Frontier.decode(rows.getBytes(1)).orThrow().head();
            }
        }
    }

    /** Connections of the application role. */
    public static HikariDataSource pool(Access application) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(application.url());
        config.setUsername(application.user());
        config.setPassword(application.password());
        config.setMaximumPoolSize(QUERY_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("queries");
        return new HikariDataSource(config);
    }

    /** Custody records. */
    public CustodyRecords records() {
        return desk.records();
    }

    /** Facilities this node serves. */
    public Facilities facilities() {
        return desk.facilities();
    }

    /** People who act in the system. */
    public Officers officers() {
        return desk.officers();
    }

    /** How they prove who they are. */
    public Accounts accounts() {
        return desk.accounts();
    }

    /** The ledger as the world may fetch it. */
    public LedgerView ledger() {
        return ledger;
    }

    /** When each record's clocks change next. */
    public DueRecords dueRecords() {
        return new DueRecords(pool);
    }

    /** How alerts climb and settle. */
    public Alerts alerts() {
        return new Alerts(pool);
    }

    /** Alerts for pages and API. */
    public PostgresRaisedAlerts raisedAlerts() {
        return raised;
    }

    /** Alarms about cameras. */
    public PostgresCameraAlarms cameraAlarms() {
        return cameraAlarms;
    }

    /** Messages that are to leave the node. */
    public Outbox outbox() {
        return new Outbox(pool);
    }

    /** What was declared of martial law. */
    public MartialLaw martialLaw() {
        return martialLaw;
    }

    /** Records as the node itself reads them, to compute their clocks. */
    public OwnReading own() {
        return desk.own();
    }

    /** Cameras and footage; {@code volumes} says where files lie. */
    public VideoArchive video(Volumes volumes, InstantSource time) {
        return new VideoArchive(video, volumes, time);
    }

    /** Tells what was committed. */
    public Changes changes() {
        return desk.changes();
    }

    /** Notes something about the node in the ledger; answers the index. */
    public long note(EntryClass entryClass, ClearFacts facts) {
        return desk.note(entryClass, facts);
    }

    /** Writes a consistent copy of this node into a new folder, while it works. */
    public Manifest backup(Path to) {
        return Backup.write(database, folder, to);
    }

    /** Waits until everything committed by now is under a signed checkpoint; whether it is by then. */
    public boolean awaitSealed(long millis) throws InterruptedException {
        return sealer.await(millis);
    }

    /** Why nothing is written or sealed any more, for the alarm; empty while all is well. */
    public Optional<String> trouble() {
        return desk.stopped().or(sealer::refusal);
    }

    @Override
    public void close() {
        desk.close();
        sealer.close();
        try {
            sealing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        pool.close();
        database.close();
        lock.close();
    }
}
