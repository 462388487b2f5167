package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.desk.StorageUnavailable;
import custody.record.events.RecordId;
import custody.store.keys.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The database is killed while desks write. What was acknowledged is there, nothing else is half there, all goes on. */
class CrashTest {
    private static final int ROUNDS = Boolean.getBoolean("custody.long") ? 200 : 3;
    private static final int WRITERS = 8;

    @Test
    void noAcknowledgedEventIsLostWhenTheDatabaseIsKilledInMidBatch() throws Exception {
        long seed = 20261124;
        Random random = new Random(seed);
        Path folder = TestStores.prepared("killed");
        ConcurrentLinkedQueue<Receipt> acknowledged = new ConcurrentLinkedQueue<>();
        List<RecordId> records;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            records = IntStream.range(0, WRITERS)
                    .mapToObj(number -> assertInstanceOf(
                                    Outcome.Stored.class,
                                    store.records()
                                            .open(
                                                    Samples.HOME,
                                                    Samples.booking("Збій" + number, Instant.now()),
                                                    Samples.WRITER))
                            .record()
                            .id())
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                round(store, folder, records, acknowledged, random.nextInt(150));
            }
            assertTrue(store.awaitSealed(10_000), "seed " + seed);
            awaitReading(store, records.getFirst());
            for (RecordId record : records) {
                List<Long> stored = store.records().receipts(record).stream()
                        .map(Receipt::index)
                        .toList();
                assertEquals(
                        stored.size(),
                        store.records()
                                .read(record, Samples.READING)
                                .orElseThrow()
                                .version());
            }
            List<Receipt> all = records.stream()
                    .flatMap(record -> store.records().receipts(record).stream())
                    .toList();
            List<String> leaves = all.stream().map(Receipt::leafHash).toList();
            assertTrue(
                    leaves.containsAll(
                            acknowledged.stream().map(Receipt::leafHash).toList()),
                    "an acknowledged event is missing, seed " + seed);
        }
        var report = FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries(), "seed " + seed);
    }

    /** The pool of readers asks for a lost database at growing intervals, of up to five seconds. */
    private static void awaitReading(Store store, RecordId record) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (true) {
            try {
                store.records().receipts(record);
                return;
            } catch (StorageUnavailable notYet) {
                assertTrue(Instant.now().isBefore(end), "reading did not come back");
                Thread.sleep(100);
            }
        }
    }

    private static void round(
            Store store, Path folder, List<RecordId> records, ConcurrentLinkedQueue<Receipt> acknowledged, int after)
            throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        AtomicBoolean killed = new AtomicBoolean();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = records.stream()
                    .map(record -> desks.submit(() -> writeThroughAFault(store, record, acknowledged, killed, end)))
                    .toList();
            Thread.sleep(after);
            kill(folder);
            killed.set(true);
            for (Future<Boolean> desk : all) {
                assertTrue(desk.get(), "a desk could not write again within 20 s");
            }
        }
    }

    /** Writes until something is stored that was asked for after the kill. */
    private static boolean writeThroughAFault(
            Store store,
            RecordId record,
            ConcurrentLinkedQueue<Receipt> acknowledged,
            AtomicBoolean killed,
            Instant end)
            throws InterruptedException {
        while (Instant.now().isBefore(end)) {
            boolean after = killed.get();
            try {
                Outcome outcome = store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
                acknowledged.addAll(
                        assertInstanceOf(Outcome.Stored.class, outcome).receipts());
                if (after) {
                    return true;
                }
            } catch (StorageUnavailable gone) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    private static void kill(Path folder) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
