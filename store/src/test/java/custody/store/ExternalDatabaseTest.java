package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.store.check.CheckReport;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.keys.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A PostgreSQL that somebody else runs: here a second one of the program's own, used by its URL alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalDatabaseTest {
    private static final String APPLICATION = "desk_application";

    private final Path elsewhere = TestStores.folder("elsewhere");
    private EmbeddedPostgres server;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(elsewhere);
        server = EmbeddedPostgres.start(elsewhere, new SecureRandom());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A database of its own on that server. */
    private StoreSettings settings(Path folder, String database) throws SQLException {
        Access owner = server.access(Login.OWNER);
        try (Connection connection = server.connect(Login.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        String url = owner.url().replace("/postgres?", "/" + database + "?");
        StoreSettings plain = TestStores.settings(folder);
        return new StoreSettings(
                plain.folder(),
                plain.home(),
                new StoreSettings.Server.External(
                        new Access(url, owner.user(), owner.password()), new Access(url, APPLICATION, "desk-password")),
                plain.passphrase(),
                plain.time(),
                plain.batchEntries(),
                plain.cachedEvents());
    }

    private static StoreSettings.Server.External server(StoreSettings settings) {
        return (StoreSettings.Server.External) settings.server();
    }

    @Test
    void workGoesOnWithoutARestartWhenTheServerIsStoppedAndStarted() throws Exception {
        Path folder = TestStores.folder("external");
        StoreSettings settings = settings(folder, "stopped");
        try (Store store = Store.open(settings);
                Desks desks = Desks.open(store, 4)) {
            desks.awaitWritten(50, Duration.ofSeconds(30));
            server.close();
            desks.awaitRefused(20, Duration.ofSeconds(60));
            int before = desks.written();
            desks.awaitRefused(20, Duration.ofSeconds(60));
            assertEquals(before, desks.written(), "nothing is acknowledged while the database is gone");
            server.revive();
            desks.awaitWritten(50, Duration.ofSeconds(60));
            desks.requireAll();
        }
        CheckReport report = FolderCheck.of(folder, settings.server(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries());
        assertTrue(Files.notExists(folder.resolve("postgres")), "no server of its own");
    }

    @Test
    void theApplicationIsNotTheOwnerAndCannotChangeWhatIsSealed() throws Exception {
        StoreSettings settings = settings(TestStores.folder("roles"), "roles");
        try (Store store = Store.open(settings)) {
            store.facilities().put(Samples.facility());
        }
        Access application = server(settings).application();
        assertNotEquals(server(settings).owner().user(), application.user());
        try (Connection connection =
                        DriverManager.getConnection(application.url(), application.user(), application.password());
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "UPDATE leaf SET leaf = ''", "DELETE FROM leaf", "TRUNCATE checkpoint", "DROP TABLE leaf")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidInOneSentence() throws Exception {
        StoreSettings settings = settings(TestStores.folder("nobody"), "nobody");
        Access wrong = new Access("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=2", "custody", "secret");
        StoreSettings nowhere = new StoreSettings(
                settings.folder(),
                settings.home(),
                new StoreSettings.Server.External(wrong, wrong),
                settings.passphrase(),
                settings.time(),
                settings.batchEntries(),
                settings.cachedEvents());
        StoreFault fault = assertThrows(StoreFault.class, () -> Store.open(nowhere));
        assertEquals(Code.DATABASE_UNAVAILABLE, fault.code());
        assertTrue(!String.valueOf(fault.getMessage()).contains("secret"), fault.getMessage());
        try (Store store = Store.open(settings)) {
            assertTrue(store.trouble().isEmpty(), "the folder was left as it was");
        }
    }

    @Test
    void aPasswordThatIsNotTheRolesIsSaid() throws Exception {
        StoreSettings settings = settings(TestStores.folder("password"), "password");
        Access owner = server(settings).owner();
        StoreSettings wrong = new StoreSettings(
                settings.folder(),
                settings.home(),
                new StoreSettings.Server.External(owner, new Access(owner.url(), APPLICATION, "another")),
                settings.passphrase(),
                settings.time(),
                settings.batchEntries(),
                settings.cachedEvents());
        Store.open(settings).close();
        StoreFault fault = assertThrows(StoreFault.class, () -> Store.open(wrong));
        assertEquals(Code.DATABASE_UNAVAILABLE, fault.code());
        assertTrue(!String.valueOf(fault.getMessage()).contains("another"), fault.getMessage());
    }
}
