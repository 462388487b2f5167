package custody.node.alarms;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.node.threads.Turns;
import custody.record.desk.StorageUnavailable;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sleeps until the first instant at which any record's clocks change, or until a record changes; then brings those
 * records up to date. One thread, which owns {@code before} and {@code lateNoted}; a few hands ring for several records at once, since a shift's
 * deadlines often fall together and their entries are committed together. Idle, it asks the index once a minute.
 */
public final class AlarmClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(60);
    /** An alarm that is later than this is explained in the ledger. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final int BATCH = 200;
    private static final int HANDS = 4;

    private final Store store;
    private final InstantSource time;
    private final Ringing ringing;
    private final Runnable rang;
    private final Set<RecordId> changed = new LinkedHashSet<>();
    private final Again again = new Again();
    private final Turns turns = new Turns("alarm-clock", this::turn);
    private final AutoCloseable watching;
    private final ExecutorService hands = Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().name("alarm-hand-", 1).factory());
    private final CatchingUp behind;
    private Instant before;
    /** Whether the ledger knows that the alarms are late, until none is due. */
    private boolean lateNoted;

    private AlarmClock(Store store, Lawbook law, InstantSource time, Runnable rang) {
        this.store = store;
        this.time = time;
        this.ringing = new Ringing(store, law);
        this.rang = rang;
        this.before = time.instant();
        this.behind = new CatchingUp(store.dueRecords(), BATCH);
        this.watching = store.changes().watch(change -> note(change.record()), this::doubt);
    }

    /**
     * Starts it. What was written while it did not run is caught up first.
     *
     * @param rang told on the clock's own thread whenever something was written; must not block
     */
    public static AlarmClock start(Store store, Lawbook law, InstantSource time, Runnable rang) {
        AlarmClock clock = new AlarmClock(store, law, time, rang);
        clock.turns.start();
        return clock;
    }

    /** Something beside the records changed: look at the index at once. */
    public void wake() {
        turns.wake();
    }

    private void doubt() {
        behind.doubt();
        turns.wake();
    }

    private synchronized void note(RecordId record) {
        changed.add(record);
        turns.wake();
    }

    private Duration turn() throws InterruptedException {
        behind.pass(time.instant(), some -> {
            ringAll(some);
            return !turns.closed();
        });
        ringAll(take());
        Instant now = time.instant();
        Optional<Instant> soonest = store.dueRecords().soonest();
        if (soonest.isPresent() && !soonest.get().isAfter(now)) {
            Waking waking = Waking.of(soonest.get(), before, now);
            before = now;
            ringAll(store.dueRecords().dueBy(now, BATCH));
            woke(waking);
            return Duration.ZERO;
        }
        woke(Waking.of(now, before, now));
        lateNoted = false;
        before = now;
        return Stream.of(soonest, again.first(), behind.next())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(next -> Duration.between(now, next))
                .orElse(Turns.LONGEST_SLEEP);
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
        if (turns.closed()) {
            return;
        }
        try {
            if (ringing.ring(record, time.instant()) > 0) {
                rang.run();
            }
        } catch (RuntimeException | Error failed) {
            LOG.atError()
                    .addKeyValue("record", record)
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .log("a record could not be rung for");
            Instant later = time.instant().plus(AFTER_FAULT);
            again.put(record, later);
            postpone(record, later);
        }
    }

    /** Its row may be due still, and must not stand before those of others. */
    private void postpone(RecordId record, Instant until) {
        try {
            store.dueRecords().postpone(record, until);
        } catch (StorageUnavailable away) {
            LOG.atWarn().addKeyValue("record", record).log("a record could not be put off");
        }
    }

    /** A clock that went back, or a waking that was late, explains entries that come late: it goes into the ledger. */
    private void woke(Waking waking) {
        switch (waking) {
            case Waking.InTime() -> {}
            case Waking.Late(Duration by) -> late(by);
            case Waking.WentBack(Duration by) ->
                store.note(
                        EntryClass.CLOCK,
                        ClearFacts.none().with("alarm", "went-back").with("milliseconds", by.toMillis()));
        }
    }

    /** Once for each time, not for each of the alarms that wait. */
    private void late(Duration by) {
        LOG.atWarn().addKeyValue("ms", by.toMillis()).log("woke late");
        if (by.compareTo(LATE) > 0 && !lateNoted) {
            lateNoted = true;
            store.note(
                    EntryClass.CLOCK,
                    ClearFacts.none().with("alarm", "woke-late").with("milliseconds", by.toMillis()));
        }
    }

    /** What changed, and what could not be rung for a while ago. */
    private synchronized List<RecordId> take() {
        changed.addAll(again.takeUntil(time.instant()));
        List<RecordId> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    @Override
    public void close() {
        try {
            watching.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("a watch is taken down without fault", impossible);
        }
        turns.close();
        hands.close();
    }
}
