package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.desk.StorageUnavailable;
import custody.record.detention.Draft;
import custody.record.events.CareFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Desks that go on writing whatever happens to the store, and keep what was acknowledged. */
final class Desks implements AutoCloseable {
    private static final String LONG =
            "Лежить на боці, дихає рівно, на запитання відповідає. ".repeat(15).strip();

    private final Store store;
    private final List<RecordId> records;
    private final List<Thread> threads;
    private final ConcurrentLinkedQueue<Receipt> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean closing;

    private Desks(Store store, List<RecordId> records) {
        this.store = store;
        this.records = records;
        this.threads = records.stream()
                .map(record -> Thread.ofVirtual().unstarted(() -> write(record)))
                .toList();
        threads.forEach(Thread::start);
    }

    /** So many desks, each with a record of its own, begin to write. */
    static Desks open(Store store, int count) {
        store.facilities().put(Samples.facility());
        List<RecordId> records = IntStream.range(0, count)
                .mapToObj(number -> assertInstanceOf(
                                Outcome.Stored.class,
                                store.records()
                                        .open(
                                                Samples.HOME,
                                                Samples.booking("Стійкий" + number, Instant.now()),
                                                Samples.WRITER))
                        .record()
                        .id())
                .toList();
        return new Desks(store, records);
    }

    private void write(RecordId record) {
        while (!closing) {
            try {
                Outcome outcome = store.records().add(record, check(Instant.now()), null, Samples.WRITER);
                acknowledged.addAll(((Outcome.Stored) outcome).receipts());
            } catch (StorageUnavailable gone) {
                refused.incrementAndGet();
                pause();
            } catch (RuntimeException unexpected) {
                strange.add(unexpected);
                pause();
            }
        }
    }

    private static Draft check(Instant at) {
        CareFact.CheckMade check =
                new CareFact.CheckMade(CareFact.CheckMade.Condition.CALM_AWAKE, true, LONG, "у порядку");
        return Draft.of(check, new Occurrence(at, null, Occurrence.Source.LIVE));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    int written() {
        return acknowledged.size();
    }

    int refused() {
        return refused.get();
    }

    /** Waits until so many more entries are acknowledged. */
    void awaitWritten(int more, Duration patience) {
        int wanted = written() + more;
        await(() -> written() >= wanted, patience, "only " + written() + " of " + wanted + " written");
    }

    /** Waits until so many more wishes were refused as storage unavailable. */
    void awaitRefused(int more, Duration patience) {
        int wanted = refused() + more;
        await(() -> refused() >= wanted, patience, "no desk was told that storage is unavailable");
    }

    private static void await(BooleanSupplier condition, Duration patience, String otherwise) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), otherwise);
            pause();
        }
    }

    /** Ends the desks; every acknowledged entry is there, no record has a hole, and nothing but refusals was said. */
    void requireAll() throws InterruptedException {
        close();
        assertEquals(List.of(), List.copyOf(strange));
        assertTrue(store.awaitSealed(20_000), "sealed again: " + store.trouble());
        List<String> leaves = new ArrayList<>();
        for (RecordId record : records) {
            List<Receipt> receipts = store.records().receipts(record);
            leaves.addAll(receipts.stream().map(Receipt::leafHash).toList());
            assertEquals(
                    receipts.size(),
                    store.records().read(record, Samples.READING).orElseThrow().version());
        }
        Set<String> missing = acknowledged.stream().map(Receipt::leafHash).collect(Collectors.toSet());
        missing.removeAll(Set.copyOf(leaves));
        assertEquals(Set.of(), missing, "acknowledged and gone");
    }

    @Override
    public void close() {
        closing = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
