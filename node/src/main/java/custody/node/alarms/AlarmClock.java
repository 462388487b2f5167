package custody.node.alarms;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.record.events.RecordId;
import custody.record.law.Lawbook;
import custody.record.law.Waking;
import custody.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sleeps until the first instant at which any record's clocks change, or until a record changes; then brings those
 * records up to date. One thread, which owns {@code before}; a few hands ring for several records at once, since a shift's
 * deadlines often fall together and their entries are committed together. Idle, it asks the index once a minute.
 */
public final class AlarmClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(60);
    private static final int BATCH = 200;
    private static final int HANDS = 4;

    private final Store store;
    private final InstantSource time;
    private final Ringing ringing;
    private final Runnable rang;
    private final Set<RecordId> changed = new LinkedHashSet<>();
    private final Semaphore bell = new Semaphore(0);
    private final AutoCloseable watching;
    private final Thread thread;
    private final ExecutorService hands = Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().name("alarm-hand-", 1).factory());
    private boolean closed;
    private Instant before;

    private AlarmClock(Store store, Lawbook law, InstantSource time, Runnable rang) {
        this.store = store;
        this.time = time;
        this.ringing = new Ringing(store, law);
        this.rang = rang;
        this.before = time.instant();
        this.watching = store.changes().watch(change -> note(change.record()));
        this.thread = Thread.ofPlatform().name("alarm-clock").unstarted(this::run);
    }

    /**
     * Starts it. What was written while it did not run is caught up first.
     *
     * @param rang told on the clock's own thread whenever something was written; must not block
     */
    public static AlarmClock start(Store store, Lawbook law, InstantSource time, Runnable rang) {
        AlarmClock clock = new AlarmClock(store, law, time, rang);
        clock.thread.start();
        return clock;
    }

    /** Something beside the records changed: look at the index at once. */
    public void wake() {
        bell.release();
    }

    private synchronized void note(RecordId record) {
        changed.add(record);
        bell.release();
    }

    private void run() {
        boolean caughtUp = false;
        while (!isClosed()) {
            try {
                if (!caughtUp) {
                    caughtUp = catchUp();
                }
                turn();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.atError()
                        .addKeyValue("why", failed.getClass().getSimpleName())
                        .log("the alarm clock stumbled");
                pause();
            }
        }
    }

    /** Records written to while the node was down have rows that are behind, or none. */
    private boolean catchUp() throws InterruptedException {
        for (List<RecordId> behind = store.dueRecords().behind(BATCH);
                !behind.isEmpty() && !isClosed();
                behind = store.dueRecords().behind(BATCH)) {
            ringAll(behind);
        }
        return true;
    }

    private void turn() throws InterruptedException {
        ringAll(take());
        Instant now = time.instant();
        Optional<Instant> soonest = store.dueRecords().soonest();
        if (soonest.isPresent() && !soonest.get().isAfter(now)) {
            woke(Waking.of(soonest.get(), before, now));
            before = now;
            ringAll(store.dueRecords().dueBy(now, BATCH));
            return;
        }
        woke(Waking.of(now, before, now));
        before = now;
        Duration sleep = soonest.map(next -> Duration.between(now, next)).orElse(LONGEST_SLEEP);
        sleep(sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep : LONGEST_SLEEP);
    }

    private void ringAll(List<RecordId> records) throws InterruptedException {
        if (records.size() < 2) {
            records.forEach(this::ring);
            return;
        }
        // All have ended when this returns; a fault is logged where it happens.
        var _ = hands.invokeAll(records.stream()
                .map(record -> Executors.callable(() -> ring(record)))
                .toList());
    }

    /** One record that cannot be rung for must not keep the others waiting. */
    private void ring(RecordId record) {
        if (isClosed()) {
            return;
        }
        try {
            if (ringing.ring(record, time.instant()) > 0) {
                rang.run();
            }
        } catch (RuntimeException failed) {
            LOG.atError()
                    .addKeyValue("record", record)
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .log("a record could not be rung for");
            store.dueRecords().postpone(record, time.instant().plus(AFTER_FAULT));
        }
    }

    /** A clock that went back, or a waking that was late, explains entries that come late: it goes into the ledger. */
    private void woke(Waking waking) {
        switch (waking) {
            case Waking.InTime() -> {}
            case Waking.Late(Duration by) ->
                LOG.atWarn().addKeyValue("ms", by.toMillis()).log("woke late");
            case Waking.WentBack(Duration by) ->
                store.note(
                        EntryClass.CLOCK,
                        ClearFacts.none().with("alarm", "went-back").with("milliseconds", by.toMillis()));
        }
        if (waking instanceof Waking.Late(Duration by) && by.compareTo(LONGEST_SLEEP) > 0) {
            store.note(
                    EntryClass.CLOCK,
                    ClearFacts.none().with("alarm", "woke-late").with("milliseconds", by.toMillis()));
        }
    }

    private synchronized List<RecordId> take() {
        List<RecordId> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** A bell rung too often only makes one turn too many. */
    private void sleep(Duration time) throws InterruptedException {
        if (bell.tryAcquire(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void pause() {
        try {
            sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        bell.release();
        try {
            watching.close();
            thread.join();
            hands.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception impossible) {
            throw new IllegalStateException("a watch is taken down without fault", impossible);
        }
    }
}
