package custody.store.records;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of the append: commits one batch while the next is being prepared. After a failure every batch that was
 * prepared on top of the failed one is refused, and preparing begins anew from what the database holds.
 */
final class Committer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final Committing committing;
    private final Consumer<Batch> committed;
    private final Supplier<Optional<String>> refusal;
    private final SynchronousQueue<Batch> handed = new SynchronousQueue<>();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean closing;
    private volatile @Nullable LedgerStopped stopped;

    /** {@code refusal} tells why the signer refuses, if it does: nothing is written that would not be signed. */
    Committer(Committing committing, Consumer<Batch> committed, Supplier<Optional<String>> refusal) {
        this.committing = committing;
        this.committed = committed;
        this.refusal = refusal;
    }

    /** Counts failures: an edge of an older generation is stale. */
    int generation() {
        return generation.get();
    }

    /** Why nothing is written any more. */
    Optional<LedgerStopped> stopped() {
        return Optional.ofNullable(stopped).or(() -> refusal.get().map(LedgerStopped::new));
    }

    void stop(LedgerStopped why) {
        stopped = why;
        generation.incrementAndGet();
    }

    /** Waits until the committer takes the batch. */
    void hand(Batch batch) throws InterruptedException {
        handed.put(batch);
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        try (committing) {
            while (true) {
                Batch batch = handed.poll(50, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    take(batch);
                } else if (closing) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Batch batch) {
        Optional<LedgerStopped> already = stopped();
        if (already.isPresent()) {
            fail(batch, already.get());
        } else if (batch.generation() != generation.get()) {
            fail(
                    batch,
                    new StorageUnavailable(
                            "the entry before this one could not be stored",
                            new IllegalStateException("batch refused")));
        } else {
            commit(batch);
        }
    }

    private void commit(Batch batch) {
        try {
            if (!batch.rows().isEmpty()) {
                committing.commit(batch);
            }
            committed.accept(batch);
            batch.settled().forEach(Settled::committed);
        } catch (SQLException failed) {
            generation.incrementAndGet();
            LOG.atWarn()
                    .addKeyValue("state", failed.getSQLState())
                    .addKeyValue("entries", batch.rows().size())
                    .log("batch not committed");
            fail(batch, new StorageUnavailable("the database did not take the entry", failed));
        } catch (LedgerStopped difference) {
            stop(difference);
            LOG.atError().addKeyValue("finding", difference.getMessage()).log("ledger stopped");
            fail(batch, difference);
        } catch (RuntimeException unexpected) {
            generation.incrementAndGet();
            LOG.atError().setCause(unexpected).log("batch failed");
            fail(batch, new StorageUnavailable("the entry could not be stored", unexpected));
        }
    }

    static void fail(Batch batch, RuntimeException why) {
        batch.settled().forEach(settled -> settled.wish().answer().completeExceptionally(why));
    }
}
