package custody.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import custody.record.desk.Outcome;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.TestStores;
import custody.store.keys.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root in a container that forbids user namespaces: the database runs as nobody. */
class RootWithoutNamespacesTest {
    private static final String CHOICE = "custody.postgres.privilege";

    @TempDir
    Path folder;

    @BeforeEach
    void choose() throws Exception {
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")), "only root can");
        System.setProperty(CHOICE, Privilege.NOBODY.name());
    }

    @AfterEach
    void forget() {
        System.clearProperty(CHOICE);
    }

    @Test
    void aStoreOpensWritesOpensAgainAndIsChecked() throws Exception {
        for (int start = 1; start <= 2; start++) {
            try (Store store = Store.open(TestStores.settings(folder))) {
                store.facilities().put(Samples.facility());
                assertInstanceOf(
                        Outcome.Stored.class,
                        store.records()
                                .open(
                                        Samples.HOME,
                                        Samples.booking("Вигаданий" + start, Instant.now()),
                                        Samples.WRITER));
                Path pid = folder.resolve("postgres/data/postmaster.pid");
                assertEquals(65_534, Files.getAttribute(pid, "unix:uid"));
            }
        }
        var report = FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries());
    }
}
