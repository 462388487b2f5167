package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stands in the way of opening a folder is said in one sentence, writes nothing, and can be put right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningTest {
    private final Path folder = TestStores.folder("opened");
    private RecordId record;

    @BeforeAll
    void fill() throws InterruptedException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            record = assertInstanceOf(
                            Outcome.Stored.class,
                            store.records()
                                    .open(Samples.HOME, Samples.booking(Samples.CANARY, Instant.now()), Samples.WRITER))
                    .record()
                    .id();
            store.records().whiteboard(Samples.HOME, Samples.READING);
            assertTrue(store.awaitSealed(5000));
        }
    }

    private Code refused() {
        return assertThrows(StoreFault.class, () -> Store.open(TestStores.settings(folder)))
                .code();
    }

    private void opens() {
        try (Store store = Store.open(TestStores.settings(folder))) {
            assertEquals(
                    3,
                    store.records().read(record, Samples.READING).orElseThrow().version());
            assertTrue(store.trouble().isEmpty());
        }
    }

    @Test
    void cannotOpenWithoutTheKeystoreAndCanWhenItIsBack() throws IOException {
        Path keystore = folder.resolve("keystore.p12");
        Path away = folder.resolve("away.p12");
        Files.move(keystore, away);
        assertEquals(Code.KEYSTORE_MISSING, refused());
        Files.writeString(keystore, "not a keystore");
        assertEquals(Code.KEYSTORE_WRONG, refused());
        Files.move(away, keystore, StandardCopyOption.REPLACE_EXISTING);
        opens();
    }

    @Test
    void cannotOpenWithAnotherKeystoreOrPassphrase() throws IOException {
        Path passphrase = folder.resolve("keystore.passphrase");
        byte[] right = Files.readAllBytes(passphrase);
        Files.writeString(passphrase, "wrong");
        assertEquals(Code.KEYSTORE_WRONG, refused());
        Files.delete(passphrase);
        assertEquals(Code.KEYSTORE_MISSING, refused());
        Files.write(passphrase, right);
        opens();
    }

    @Test
    void cannotOpenAFolderThatALiveNodeHolds() {
        try (Store holder = Store.open(TestStores.settings(folder))) {
            StoreFault fault = assertThrows(StoreFault.class, () -> Store.open(TestStores.settings(folder)));
            assertEquals(Code.FOLDER_IN_USE, fault.code());
            assertTrue(
                    String.valueOf(fault.getMessage())
                            .contains("process " + ProcessHandle.current().pid()),
                    fault.getMessage());
            assertTrue(holder.trouble().isEmpty());
        }
    }

    @Test
    void cannotOpenAnotherFacilitysFolder() {
        StoreSettings other = StoreSettings.of(folder, new FacilityCode("UA01-0001"), InstantSource.system());
        assertEquals(
                Code.WRONG_FOLDER,
                assertThrows(StoreFault.class, () -> Store.open(other)).code());
    }

    @Test
    void adoptsTheDatabaseThatAKilledNodeLeft() {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(folder, new SecureRandom());
        long pid = orphan.pid();
        long start = System.nanoTime();
        EmbeddedPostgres adopted = EmbeddedPostgres.start(folder, new SecureRandom());
        assertEquals(pid, adopted.pid());
        assertTrue(
                System.nanoTime() - start < 3_000_000_000L, "adopting takes well under the three seconds of a restart");
        adopted.close();
    }

    @Test
    void theApplicationRoleCannotChangeOrDeleteWhatIsSealed() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, new SecureRandom());
                Connection application = database.connect(custody.store.database.Database.Login.APPLICATION);
                Connection owner = database.connect(custody.store.database.Database.Login.OWNER)) {
            for (String table : List.of("leaf", "checkpoint", "ledger_epoch")) {
                for (String change :
                        List.of("DELETE FROM " + table, "UPDATE " + table + " SET epoch = 9", "TRUNCATE " + table)) {
                    assertRefused("42501", application, change);
                    assertRefused("23001", owner, change);
                }
            }
        }
    }

    private static void assertRefused(String state, Connection connection, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
            assertEquals(state, refused.getSQLState(), change);
        }
    }

    @Test
    void theDatabaseIsDurableAndSpeaksToThisMachineOnly() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, new SecureRandom());
                Connection connection = database.connect(custody.store.database.Database.Login.OWNER);
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertEquals("on", shown(statement, setting), setting);
            }
            assertEquals("127.0.0.1", shown(statement, "listen_addresses"));
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void noNameStandsInClearInAnyFileOfTheFolder() throws IOException {
        byte[] canary = Samples.CANARY.getBytes(StandardCharsets.UTF_8);
        byte[] lower = Samples.CANARY.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                byte[] content = Files.readAllBytes(file);
                assertFalse(holds(content, canary), name);
                assertFalse(holds(content, lower), name);
            }
        }
    }

    private static boolean holds(byte[] content, byte[] wanted) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        for (String name : List.of(
                "keystore.p12",
                "keystore.passphrase",
                "last-signed",
                "postgres/owner.password",
                "postgres/application.password")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))),
                    name);
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }
}
