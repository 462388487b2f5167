package custody.store.records;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import custody.store.database.Database;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of the append. Carries batches to disk in three stages, each a thread: write the rows, move the head and
 * commit, read back and answer. While one batch waits for the disk the next is being written and the one before read back;
 * none overtakes another, so none ever waits for a lock of one behind it. After a failure every batch prepared on top of
 * the failed one is refused, and preparing begins anew from what the database holds.
 */
final class Committer implements AutoCloseable {
    /** Most batches under way: one a stage. */
    static final int UNDER_WAY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final long NONE = Long.MAX_VALUE;

    private final Consumer<Batch> committed;
    private final Supplier<Optional<String>> refusal;
    private final ConcurrentLinkedQueue<Committing> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Stage writing;
    private final Stage finishing;
    private final Stage answering;
    private volatile @Nullable LedgerStopped stopped;
    /** Number of the first batch that failed. */
    private volatile long failed = NONE;
    /** Owned by the one thread that hands. */
    private long numbers;

    /**
     * Starts the stages. {@code committed} is told of each batch that was read back, in order; {@code refusal} tells why
     * the signer refuses, if it does: nothing is written that would not be signed.
     */
    Committer(Database database, int epoch, Consumer<Batch> committed, Supplier<Optional<String>> refusal) {
        this.committed = committed;
        this.refusal = refusal;
        for (int batch = 0; batch < UNDER_WAY; batch++) {
            idle.add(new Committing(database, epoch));
        }
        this.writing = new Stage("append-write", this::write);
        this.finishing = new Stage("append-commit", this::finish);
        this.answering = new Stage("append-answer", this::answer);
    }

    /** Waits until there is room and sends the batch on its way. One thread hands. */
    void hand(Batch batch) throws InterruptedException {
        room.acquire();
        writing.take(new Carried(numbers++, batch, idle.remove()));
    }

    private void write(Carried carried) {
        refused(carried);
        attempt(carried, carried.committing()::write);
        finishing.take(carried);
    }

    private void finish(Carried carried) {
        refused(carried);
        attempt(carried, carried.committing()::finish);
        answering.take(carried);
    }

    private void answer(Carried carried) {
        attempt(carried, carried.committing()::readBack);
        // What stands on a batch that was not read back is not answered as stored, even if it was.
        overtaken(carried);
        attempt(carried, batch -> {
            committed.accept(batch);
            batch.settled().forEach(Settled::committed);
        });
        idle.add(carried.committing());
        room.release();
    }

    private void refused(Carried carried) {
        stopped().ifPresent(carried::fail);
        overtaken(carried);
    }

    private void overtaken(Carried carried) {
        if (carried.number() > failed) {
            carried.fail(new StorageUnavailable(
                    "the entry before this one could not be stored", new IllegalStateException("batch refused")));
        }
    }

    /** A part of the way to disk. */
    @FunctionalInterface
    private interface Step {
        void take(Batch batch) throws SQLException;
    }

    private void attempt(Carried carried, Step step) {
        if (carried.failed()) {
            return;
        }
        try {
            step.take(carried.batch());
        } catch (SQLException gone) {
            LOG.atWarn()
                    .addKeyValue("state", gone.getSQLState())
                    .addKeyValue("entries", carried.batch().rows().size())
                    .log("batch not committed");
            fail(carried, new StorageUnavailable("the database did not take the entry", gone));
        } catch (LedgerStopped difference) {
            LOG.atError().addKeyValue("finding", difference.getMessage()).log("ledger stopped");
            stopped = difference;
            fail(carried, difference);
        } catch (RuntimeException unexpected) {
            LOG.atError().setCause(unexpected).log("batch failed");
            fail(carried, new StorageUnavailable("the entry could not be stored", unexpected));
        }
    }

    private void fail(Carried carried, RuntimeException why) {
        synchronized (idle) {
            failed = Math.min(failed, carried.number());
        }
        carried.fail(why);
    }

    /** Why nothing is written any more. */
    Optional<LedgerStopped> stopped() {
        return Optional.ofNullable(stopped).or(() -> refusal.get().map(LedgerStopped::new));
    }

    /** Whether what was prepared so far stands on a batch that failed. */
    boolean broken() {
        return failed != NONE;
    }

    /**
     * Waits until every batch handed is answered; whether none failed since the last time. What is prepared from then on
     * stands on what the database holds.
     */
    boolean settle() {
        room.acquireUninterruptibly(UNDER_WAY);
        boolean whole = failed == NONE;
        failed = NONE;
        room.release(UNDER_WAY);
        return whole;
    }

    /** Answers what was handed and ends. */
    @Override
    public void close() {
        room.acquireUninterruptibly(UNDER_WAY);
        writing.close();
        finishing.close();
        answering.close();
        idle.forEach(Committing::close);
    }
}
