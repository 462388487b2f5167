package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.log.BootId;
import custody.ledger.log.ClockSource;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.record.desk.Outcome;
import custody.record.events.RecordId;
import custody.store.check.CheckReport;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Passphrase;
import custody.store.records.NodeTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody sets the machine's clock while people write: the ledger says so, by how much, and work goes on. */
class ClockStepTest {
    /** Clocks that a test moves: time that passes moves both, a step only the wall clock. */
    private static final class SetClock implements NodeTime {
        private final BootId boot = BootId.of(UUID.randomUUID());
        private Instant wall = Instant.parse("2026-11-24T10:00:00Z");
        private long uptime = 1_000_000;

        @Override
        public synchronized LeafTime now() {
            return new LeafTime(wall, boot, uptime, ClockSource.NONE, LeafTime.UNKNOWN_ERROR);
        }

        synchronized void pass(Duration time) {
            wall = wall.plus(time);
            uptime += time.toMillis();
        }

        synchronized void step(Duration by) {
            wall = wall.plus(by);
        }
    }

    private final Path folder = TestStores.prepared("clock-step");
    private final SetClock clock = new SetClock();

    private Store open() {
        StoreSettings plain = TestStores.settings(folder);
        return Store.open(new StoreSettings(
                plain.folder(),
                plain.home(),
                plain.server(),
                plain.passphrase(),
                clock,
                plain.batchEntries(),
                plain.cachedEvents()));
    }

    private void meal(Store store, RecordId record) {
        clock.pass(Duration.ofSeconds(7));
        Outcome outcome = store.records().add(record, Samples.meal(clock.now().recordedAt()), null, Samples.WRITER);
        assertTrue(outcome instanceof Outcome.Stored, outcome.toString());
    }

    @Test
    void aClockThatWasSetIsExplainedByAnEntryBeforeAnythingElseIsWritten() throws Exception {
        RecordId record;
        try (Store store = open()) {
            store.facilities().put(Samples.facility());
            Outcome outcome = store.records()
                    .open(Samples.HOME, Samples.booking("Годинник", clock.now().recordedAt()), Samples.WRITER);
            record = ((Outcome.Stored) outcome).record().id();
            meal(store, record);
            clock.step(Duration.ofHours(1));
            meal(store, record);
            meal(store, record);
            clock.step(Duration.ofMinutes(-30));
            meal(store, record);
            clock.step(Duration.ofMillis(1_500));
            meal(store, record);
        }
        clock.step(Duration.ofSeconds(-40));
        try (Store store = open()) {
            meal(store, record);
            assertTrue(store.awaitSealed(10_000));
        }
        assertEquals(List.of(3_600_000L, -1_800_000L, -40_000L), steps());
        CheckReport report =
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries());
    }

    /** What the clock entries say, in order; each stands right before the first entry by the new time. */
    private List<Long> steps() throws SQLException {
        List<Long> steps = new ArrayList<>();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, new SecureRandom());
                Connection connection = database.connect(Login.APPLICATION);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT leaf FROM leaf ORDER BY index")) {
            while (rows.next()) {
                Leaf leaf = Leaf.parse(rows.getBytes(1)).orThrow();
                if (leaf.entryClass() == EntryClass.CLOCK) {
                    steps.add(leaf.facts().number("stepMillis").orElseThrow());
                }
            }
        }
        return steps;
    }
}
