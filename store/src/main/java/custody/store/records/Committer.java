package custody.store.records;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import custody.store.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of the append. Carries batches to disk in two stages, each a thread: write and commit; read back, wait
 * for the disk and answer. While batches are on their way to disk the next is committed behind them, and all that wait are
 * read back and flushed together. After a failure every batch prepared on top of the failed one is refused, and preparing
 * begins anew from what the database holds.
 */
final class Committer implements AutoCloseable {
    /** Most batches under way. Those that wait to be read back are read together. */
    static final int UNDER_WAY = 8;

    /** Of them not yet written: more would only be smaller. */
    private static final int UNWRITTEN = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final long NONE = Long.MAX_VALUE;

    private final Consumer<Batch> committed;
    private final Runnable doubted;
    private final Supplier<Optional<String>> refusal;
    private final Committing committing;
    private final ReadingBack reading;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Semaphore unwritten = new Semaphore(UNWRITTEN);
    private final Stage writing;
    private final Stage answering;
    private volatile @Nullable LedgerStopped stopped;
    /** Number of the first batch that failed. */
    private final AtomicLong failed = new AtomicLong(NONE);
    /** Owned by the one thread that hands. */
    private long numbers;

    /**
     * Starts the stages. {@code committed} is told of each batch that was read back, in order, {@code doubted} of each
     * that was not, though it may stand in the database; {@code refusal} tells why the signer refuses, if it does: nothing
     * is written that would not be signed.
     */
    Committer(
            Database database,
            int epoch,
            Consumer<Batch> committed,
            Runnable doubted,
            Supplier<Optional<String>> refusal) {
        this.committed = committed;
        this.doubted = doubted;
        this.refusal = refusal;
        this.committing = new Committing(database, epoch);
        this.reading = new ReadingBack(database, epoch);
        this.writing = Stage.oneByOne("append-write", this::write);
        this.answering = Stage.together("append-answer", this::answer);
    }

    /** Waits until there is room and sends the batch on its way. One thread hands. */
    void hand(Batch batch) throws InterruptedException {
        unwritten.acquire();
        room.acquireUninterruptibly();
        writing.take(new Carried(numbers++, batch));
    }

    private void write(Carried carried) {
        refused(carried);
        attempt(carried, committing::commit);
        if (carried.failed()) {
            // What was written and not committed goes with its connection.
            committing.drop();
        }
        answering.take(carried);
        unwritten.release();
    }

    private void answer(List<Carried> several) {
        List<Carried> whole = several.stream()
                .takeWhile(carried -> !carried.failed() && carried.number() < failed.get())
                .toList();
        OptionalLong difference = readBack(whole);
        for (Carried carried : several) {
            Batch batch = carried.batch();
            if (difference.isPresent() && difference.getAsLong() < batch.head().size()) {
                attempt(carried, _ -> {
                    throw new LedgerStopped(
                            "entry " + difference.getAsLong() + " was not read back as it was written; run the check");
                });
            }
            // What stands on a batch that was not read back is not answered as stored, even if it was.
            overtaken(carried);
            attempt(carried, _ -> {
                committed.accept(batch);
                batch.settled().forEach(Settled::committed);
            });
            if (carried.failed()) {
                doubted.run();
            }
            room.release();
        }
    }

    /** Reads batches that follow each other and were committed; fails the first and so all if that cannot be done. */
    private OptionalLong readBack(List<Carried> whole) {
        if (whole.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong[] difference = {OptionalLong.empty()};
        attempt(
                whole.getFirst(),
                _ -> difference[0] = reading.firstDifference(
                        whole.stream().map(Carried::batch).toList()));
        if (whole.getFirst().failed()) {
            reading.drop();
        }
        return difference[0];
    }

    private void refused(Carried carried) {
        stopped().ifPresent(carried::fail);
        overtaken(carried);
    }

    private void overtaken(Carried carried) {
        if (carried.number() > failed.get()) {
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
        } catch (RuntimeException | Error unexpected) {
            // An error too: without this thread nothing would be answered any more, not even with a refusal.
            LOG.atError().setCause(unexpected).log("batch failed");
            fail(carried, new StorageUnavailable("the entry could not be stored", unexpected));
        }
    }

    private void fail(Carried carried, RuntimeException why) {
        failed.accumulateAndGet(carried.number(), Math::min);
        carried.fail(why);
    }

    /** Why nothing is written any more. */
    Optional<LedgerStopped> stopped() {
        return Optional.ofNullable(stopped).or(() -> refusal.get().map(LedgerStopped::new));
    }

    /** Whether what was prepared so far stands on a batch that failed. */
    boolean broken() {
        return failed.get() != NONE;
    }

    /**
     * Waits until every batch handed is answered; whether none failed since the last time. What is prepared from then on
     * stands on what the database holds.
     */
    boolean settle() {
        room.acquireUninterruptibly(UNDER_WAY);
        boolean whole = failed.getAndSet(NONE) == NONE;
        room.release(UNDER_WAY);
        return whole;
    }

    /** Answers what was handed and ends. */
    @Override
    public void close() {
        room.acquireUninterruptibly(UNDER_WAY);
        writing.close();
        answering.close();
        committing.close();
        reading.close();
    }
}
