package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.LedgerStopped;
import custody.record.desk.Outcome;
import custody.record.events.RecordId;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that does not keep what it was given is noticed before anybody is told that the entry is stored. */
class ReadBackTest {
    private static final int MANY = 60;

    @ParameterizedTest
    @CsvSource({"leaf, 1", "leaf, 60", "ciphertext, 1", "ciphertext, 60"})
    void whatIsReadBackOtherwiseIsNotAnsweredAsStored(String column, int desks) throws Exception {
        Path folder = TestStores.prepared("liar");
        try (Store store = Store.open(TestStores.settings(folder))) {
            RecordId record = record(store);
            sql(
                    folder,
                    "CREATE FUNCTION custody.lie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW." + column
                            + " := set_byte(NEW." + column + ", 40, get_byte(NEW." + column
                            + ", 40) # 1); RETURN NEW; END $$",
                    "CREATE TRIGGER lie BEFORE INSERT ON custody.leaf FOR EACH ROW EXECUTE FUNCTION custody.lie()");
            assertEquals(0, stored(store, record, desks));
            assertTrue(store.trouble().orElseThrow().contains("was not read back as it was written"));
            assertThrows(LedgerStopped.class, () -> add(store, record));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void nothingIsStoredOnAHeadThatSomebodyMoved(int desks) throws Exception {
        Path folder = TestStores.prepared("moved");
        try (Store store = Store.open(TestStores.settings(folder))) {
            RecordId record = record(store);
            long before = count(folder);
            sql(folder, "UPDATE custody.tree_head SET size = size + 1");
            assertEquals(0, stored(store, record, desks));
            assertEquals(before, count(folder));
            assertTrue(store.trouble().orElseThrow().contains("tree head"));
        }
    }

    private static RecordId record(Store store) {
        store.facilities().put(Samples.facility());
        Outcome opened = store.records().open(Samples.HOME, Samples.booking("Лист", Instant.now()), Samples.WRITER);
        return assertInstanceOf(Outcome.Stored.class, opened).record().id();
    }

    private static void add(Store store, RecordId record) {
        store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
    }

    /** So many desks at once; how many of them were told that their entry is stored. */
    private static int stored(Store store, RecordId record, int desks) throws InterruptedException {
        int stored = 0;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int desk = 0; desk < desks; desk++) {
                all.add(people.submit(() -> add(store, record)));
            }
            for (Future<?> each : all) {
                try {
                    each.get();
                    stored++;
                } catch (ExecutionException refused) {
                    assertInstanceOf(RuntimeException.class, refused.getCause());
                }
            }
        }
        return stored;
    }

    private static void sql(Path folder, String... statements) throws SQLException {
        try (Connection connection = owner(folder);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static long count(Path folder) throws SQLException {
        try (Connection connection = owner(folder);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM custody.leaf")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection owner(Path folder) throws SQLException {
        Database database = EmbeddedPostgres.running(folder, new SecureRandom()).orElseThrow();
        return database.connect(Login.OWNER);
    }
}
