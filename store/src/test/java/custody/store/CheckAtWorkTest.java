package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.store.check.CheckReport;
import custody.store.check.Checking;
import custody.store.check.FootagePlan;
import custody.store.database.Database;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The check of a folder on which a node is at work: what is written meanwhile is neither judged nor disturbed. */
class CheckAtWorkTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder = TestStores.prepared("at-work");

    @Test
    void keysMadeWhileTheCheckBeginsAreKnownToItAndStay() throws SQLException, InterruptedException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            Database running = EmbeddedPostgres.running(folder, RANDOM).orElseThrow();
            // The first record, and the first look, make the keys of the facility and of the month.
            Checking checking = new Checking(
                    folder,
                    running,
                    () -> {
                        opened(store);
                        return Keystore.reading(
                                folder.resolve(FolderCheck.KEYSTORE), new Passphrase.BesideKeystore(), RANDOM);
                    },
                    FootagePlan.whole(folder),
                    List.of(),
                    Optional.empty());
            assertTrue(store.awaitSealed(5_000));
            CheckReport report = checking.run();
            assertEquals(List.of(), report.discoveries());
            assertEquals(0, report.records(), "the view was taken before the keys were read");
            assertTrue(store.awaitSealed(5_000));
        }
        CheckReport afterwards =
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), afterwards.discoveries());
        assertEquals(1, afterwards.records());
    }

    private static void opened(Store store) {
        var _ = store.records().open(Samples.HOME, Samples.booking("Перший", Instant.now()), Samples.WRITER);
        var _ = store.raisedAlerts().open(Samples.HOME, Samples.READING);
    }
}
