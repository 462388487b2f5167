package custody.store.bench;

import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.events.RecordId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many desks at once, each adding to a record of its own as fast as it is answered; a new record after 150 events. */
final class Writers {
    private static final int EVENTS_OF_A_RECORD = 150;

    private final CustodyRecords records;
    private final InstantSource clock;

    Writers(CustodyRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Runs that many writers for that long, after a warm-up of a third of it that is not counted. */
    Rate run(int writers, double seconds) throws InterruptedException {
        long begin = System.nanoTime() + (long) (seconds / 3 * 1e9);
        long end = begin + (long) (seconds * 1e9);
        List<Callable<long[]>> desks = new ArrayList<>();
        for (int desk = 0; desk < writers; desk++) {
            int number = desk;
            desks.add(() -> write(number, begin, end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(desks)) {
                all.add(done.get());
            }
            long[] nanos = all.stream().flatMapToLong(Arrays::stream).toArray();
            return Rate.of(nanos.length, seconds, nanos);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a writer failed", failed);
        }
    }

    private long[] write(int desk, long begin, long end) {
        long[] nanos = new long[1024];
        int count = 0;
        RecordId record = open(desk);
        for (int number = 0; System.nanoTime() < end; number++) {
            if (number % EVENTS_OF_A_RECORD == EVENTS_OF_A_RECORD - 1) {
                record = open(desk);
            }
            long start = System.nanoTime();
            stored(records.add(record, Invented.check(number, clock.instant()), null, Invented.WRITER));
            long done = System.nanoTime();
            if (start >= begin && done <= end) {
                nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
                nanos[count++] = done - start;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private RecordId open(int person) {
        return stored(records.open(Invented.HOME, Invented.booking(person, clock.instant()), Invented.WRITER))
                .record()
                .id();
    }

    private static Outcome.Stored stored(Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            return stored;
        }
        throw new IllegalStateException("not stored: " + outcome);
    }
}
