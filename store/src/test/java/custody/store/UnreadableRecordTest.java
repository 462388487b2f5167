package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.record.desk.InCustody;
import custody.record.desk.Outcome;
import custody.record.desk.StorageUnavailable;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.CareFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One record that was damaged keeps nobody from the others, and is not forgotten itself. */
class UnreadableRecordTest {
    private final Path folder = TestStores.prepared("unreadable");
    private CustodyRecord broken;
    private CustodyRecord sound;
    private Store store;

    @BeforeEach
    void damage() throws SQLException {
        try (Store before = Store.open(TestStores.settings(folder))) {
            before.facilities().put(Samples.facility());
            broken = open(before, "Пошкоджений");
            sound = open(before, "Цілий");
            sql(
                    "UPDATE leaf SET ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 255) WHERE record_id = '"
                            + broken.id() + "' AND version = 1");
        }
        store = Store.open(TestStores.settings(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everybodyElseIsShownAndItIsNamed() {
        InCustody here = store.records().inCustody(Samples.HOME, Samples.READING);
        assertEquals(
                List.of(sound.id()),
                here.records().stream().map(CustodyRecord::id).toList());
        assertEquals(List.of(broken.number()), here.unreadable());
    }

    @Test
    void entriesOfOthersAreStoredBesideThoseThatItRefuses() throws Exception {
        List<Future<Outcome>> written = new ArrayList<>();
        List<Future<Outcome>> refused = new ArrayList<>();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                refused.add(desks.submit(() -> add(broken.id())));
                written.add(desks.submit(() -> add(sound.id())));
            }
        }
        for (Future<Outcome> one : written) {
            assertInstanceOf(Outcome.Stored.class, one.get());
        }
        for (Future<Outcome> one : refused) {
            var failed = assertThrows(java.util.concurrent.ExecutionException.class, one::get);
            assertInstanceOf(StorageUnavailable.class, failed.getCause());
        }
    }

    private Outcome add(RecordId record) {
        return store.records()
                .add(
                        record,
                        Draft.of(new CareFact.Drink(null), new Occurrence(Instant.now(), null, Occurrence.Source.LIVE)),
                        null,
                        Samples.WRITER);
    }

    private static CustodyRecord open(Store store, String surname) {
        return assertInstanceOf(
                        Outcome.Stored.class,
                        store.records().open(Samples.HOME, Samples.booking(surname, Instant.now()), Samples.WRITER))
                .record();
    }

    private void sql(String statement) throws SQLException {
        Access owner = EmbeddedPostgres.running(folder, new SecureRandom())
                .orElseThrow()
                .access(Login.OWNER);
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement change = connection.createStatement()) {
            change.execute("SET session_replication_role = replica");
            change.execute(statement);
        }
    }
}
