package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Glance;
import custody.record.desk.Outcome;
import custody.record.desk.StorageUnavailable;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.archive.VideoMinutes;
import custody.store.archive.Volumes;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Passphrase;
import custody.video.archive.VideoMinute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A database that stalls until the node gives up")
final class StalledDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path elsewhere = TestStores.folder("stalled-server");
    private final Path folder = TestStores.folder("stalled");
    private final ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
    private EmbeddedPostgres server;
    private Line line;
    private StoreSettings settings;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(elsewhere);
        server = EmbeddedPostgres.start(elsewhere, new SecureRandom());
        Access owner = server.access(Login.OWNER);
        var port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(owner.url());
        assertTrue(port.find());
        line = new Line(Integer.parseInt(port.group(1)));
        String url = owner.url().replace(port.group(), "127.0.0.1:" + line.port());
        StoreSettings plain = TestStores.settings(folder);
        settings = new StoreSettings(
                plain.folder(),
                plain.home(),
                new StoreSettings.Server.External(
                        new Access(url, owner.user(), owner.password()),
                        new Access(url, "desk_application", "desk-password")),
                plain.passphrase(),
                plain.time(),
                plain.batchEntries(),
                plain.cachedEvents());
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
        desks.close();
    }

    @Test
    @DisplayName("and then commits what was given up is waited for, and writing goes on")
    void waitsForWhatIsUnderWay() throws Exception {
        try (Store store = Store.open(settings);
                Connection stalling = server.connect(Login.OWNER);
                Connection direct = server.connect(Login.OWNER);
                Statement asking = direct.createStatement()) {
            RecordId record = record(store);
            int before = store.records().receipts(record).size();
            stalling.setAutoCommit(false);
            try (Statement locking = stalling.createStatement()) {
                locking.execute("LOCK TABLE custody.leaf IN SHARE MODE");
                Future<Outcome> first = desks.submit(() -> add(store, record));
                int port = await(() -> waiting(asking));
                line.of(port).cut();
                assertInstanceOf(StorageUnavailable.class, refused(first));
                Future<Outcome> second = desks.submit(() -> add(store, record));
                await(() -> waiting(asking, port));
                stalling.commit();
                assertInstanceOf(Outcome.Stored.class, second.get());
            }
            assertEquals(before + 2, store.records().receipts(record).size());
            assertEquals(Optional.empty(), store.trouble());
            assertTrue(store.awaitSealed(10_000));
        }
        whole();
    }

    @Test
    @DisplayName(
            "and takes what was given up only behind the node's next look costs one more refusal, and writing goes on")
    void bearsWhatComesLate() throws Exception {
        try (Store store = Store.open(settings);
                Connection direct = server.connect(Login.OWNER);
                Statement asking = direct.createStatement()) {
            RecordId record = record(store);
            int before = store.records().receipts(record).size();
            long size = size(asking);
            line.hold("UPDATE tree_head");
            Future<Outcome> first = desks.submit(() -> add(store, record));
            Line.Call late = line.held();
            late.cut();
            assertInstanceOf(StorageUnavailable.class, refused(first));
            Future<Outcome> second = desks.submit(() -> add(store, record));
            Line.Call next = line.held();
            late.release();
            await(() -> size(asking) > size ? Optional.of(1) : Optional.empty());
            next.release();
            assertInstanceOf(StorageUnavailable.class, refused(second));
            line.holdNothing();
            assertInstanceOf(Outcome.Stored.class, add(store, record));
            assertEquals(before + 2, store.records().receipts(record).size());
            assertEquals(Optional.empty(), store.trouble());
            assertTrue(store.awaitSealed(10_000));
        }
        whole();
    }

    @Test
    @DisplayName(
            "and takes a facility's new room late: the facility has it, also for a node that had read it without since")
    void knowsFacilitiesAsTheyStand() throws Exception {
        Facility enlarged = Samples.facility()
                .with(List.of(
                        Room.of(new RoomCode("CELL-9"), "Камера 9", Room.Kind.CELL, Room.Privacy.NORMAL, 1_200, 2)));
        try (Store store = Store.open(settings);
                Connection direct = server.connect(Login.OWNER);
                Statement asking = direct.createStatement()) {
            RecordId record = record(store);
            long size = size(asking);
            line.hold("UPDATE tree_head");
            Future<?> first = desks.submit(() -> store.facilities().put(enlarged));
            Line.Call late = line.held();
            late.cut();
            assertInstanceOf(StorageUnavailable.class, refused(first));
            assertEquals(Optional.of(Samples.facility()), store.facilities().find(Samples.HOME));
            Future<Outcome> second = desks.submit(() -> add(store, record));
            Line.Call next = line.held();
            late.release();
            await(() -> size(asking) > size ? Optional.of(1) : Optional.empty());
            next.release();
            assertInstanceOf(StorageUnavailable.class, refused(second));
            line.holdNothing();
            // The doubt is told behind the refusal.
            await(() -> store.facilities()
                    .find(Samples.HOME)
                    .filter(enlarged::equals)
                    .map(_ -> 1));
            assertInstanceOf(Outcome.Stored.class, add(store, record));
            assertEquals(Optional.of(enlarged), store.facilities().find(Samples.HOME));
            store.facilities().put(Samples.facility());
            assertEquals(List.of(Samples.facility()), store.facilities().all());
        }
        whole();
    }

    @Test
    @DisplayName("lets somebody decide by a record, and tell of it only when their look is on disk")
    void tellsBehindTheLook() throws Exception {
        try (Store store = Store.open(settings);
                Connection stalling = server.connect(Login.OWNER);
                Connection direct = server.connect(Login.OWNER);
                Statement asking = direct.createStatement()) {
            RecordId record = record(store);
            long size = size(asking);
            stalling.setAutoCommit(false);
            try (Statement locking = stalling.createStatement()) {
                locking.execute("LOCK TABLE custody.leaf IN SHARE MODE");
                Glance glance = store.records().glance(record, Samples.READING);
                assertEquals(record, glance.record().orElseThrow().id());
                Future<?> told = desks.submit(glance::awaitNoted);
                await(() -> waiting(asking));
                assertFalse(told.isDone());
                assertEquals(size, size(asking));
                stalling.commit();
                told.get();
                assertEquals(size + 1, size(asking));
            }
        }
        whole();
    }

    @Test
    @DisplayName("and takes a minute of video late does not make it be written twice")
    void writesNoMinuteTwice() throws Exception {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        try (Store store = Store.open(settings);
                Connection direct = server.connect(Login.OWNER);
                Statement asking = direct.createStatement()) {
            store.facilities().put(Samples.facility());
            VideoMinutes minutes = store.video(
                            new Volumes(folder.resolve("video"), Optional.empty()), InstantSource.system())
                    .minutes();
            write(minutes, minute);
            long size = size(asking);
            line.hold("UPDATE tree_head");
            Future<VideoMinute> first = desks.submit(() -> write(minutes, minute.plusSeconds(60)));
            Line.Call late = line.held();
            late.cut();
            assertInstanceOf(StorageUnavailable.class, refused(first));
            Future<Optional<Instant>> early = desks.submit(() -> last(minutes, minute));
            Line.Call next = line.held();
            late.release();
            await(() -> size(asking) > size ? Optional.of(1) : Optional.empty());
            next.release();
            assertInstanceOf(StorageUnavailable.class, refused(early), "nobody knows yet");
            line.holdNothing();
            assertEquals(Optional.of(minute.plusSeconds(60)), last(minutes, minute));
            long known = size(asking);
            assertEquals(Optional.of(minute.plusSeconds(60)), last(minutes, minute));
            assertEquals(known, size(asking), "no entry is written for a look without doubt");
            write(minutes, minute.plusSeconds(120));
            assertTrue(store.awaitSealed(10_000));
        }
        whole();
    }

    private static VideoMinute write(VideoMinutes minutes, Instant minute) {
        return minutes.write(Samples.HOME.code(), minute, Set.of(), List.of(), Set.of(), minute);
    }

    private static Optional<Instant> last(VideoMinutes minutes, Instant minute) {
        return minutes.last(Samples.HOME.code(), minute.plusSeconds(180));
    }

    private void whole() {
        assertEquals(
                List.of(),
                FolderCheck.of(folder, settings.server(), new Passphrase.BesideKeystore())
                        .discoveries());
    }

    private static RecordId record(Store store) {
        store.facilities().put(Samples.facility());
        Outcome opened = store.records().open(Samples.HOME, Samples.booking("Затримка", Instant.now()), Samples.WRITER);
        return assertInstanceOf(Outcome.Stored.class, opened).record().id();
    }

    private static Outcome add(Store store, RecordId record) {
        return store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
    }

    private static Throwable refused(Future<?> writing) throws InterruptedException {
        try {
            return new AssertionError("stored: " + writing.get());
        } catch (ExecutionException failed) {
            return Objects.requireNonNull(failed.getCause());
        }
    }

    /** The port of a connection that waits for a lock, other than those. */
    private static Optional<Integer> waiting(Statement asking, int... others) throws SQLException {
        try (ResultSet rows = asking.executeQuery(
                "SELECT client_port FROM pg_stat_activity WHERE wait_event_type = 'Lock' ORDER BY 1")) {
            while (rows.next()) {
                int port = rows.getInt(1);
                if (Arrays.stream(others).noneMatch(other -> other == port)) {
                    return Optional.of(port);
                }
            }
            return Optional.empty();
        }
    }

    private static long size(Statement asking) throws SQLException {
        try (ResultSet rows = asking.executeQuery("SELECT max(size) FROM custody.tree_head")) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }

    private static int await(Callable<Optional<Integer>> asking) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<Integer> found = asking.call();
        while (found.isEmpty()) {
            assertTrue(Instant.now().isBefore(end), "nothing came");
            Thread.onSpinWait();
            found = asking.call();
        }
        return found.get();
    }
}
