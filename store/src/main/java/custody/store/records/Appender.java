package custody.store.records;

import custody.ledger.log.LeafTime;
import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single appender: takes what waits, decides it in order of arrival, prepares one batch and hands it to the {@link
 * Committer}. Owns the {@link Edge}. While batches commit the next is prepared and more wishes gather, so batches grow
 * with the load and a single wish waits for nothing.
 */
final class Appender implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int WAITING = 8192;
    private static final int PATIENCE_SECONDS = 10;

    private final ArrayBlockingQueue<Wish> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Preparing.Parts preparing;
    private final Committer committer;
    private final EdgeLoading loading;
    private final NodeTime time;
    private final int mostEntries;
    private final ClockWatch clocks;
    private volatile boolean closing;
    private @Nullable Edge edge;
    private @Nullable Wish first;

    Appender(Preparing.Parts preparing, Committer committer, EdgeLoading loading, NodeTime time, int mostEntries) {
        this.preparing = preparing;
        this.committer = committer;
        this.loading = loading;
        this.time = time;
        this.mostEntries = mostEntries;
        this.clocks = new ClockWatch(preparing.origin().epoch());
    }

    /** Lets a wish wait for its turn; its answer completes after the commit. */
    void append(Wish wish) {
        try {
            if (closing || !waiting.offer(wish, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new StorageUnavailable(
                        "too many wait, or the node is closing", new IllegalStateException("full"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted while waiting", interrupted);
        }
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Wish> wishes = take();
                if (!wishes.isEmpty()) {
                    turn(wishes);
                } else if (closing) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            loading.close();
            committer.close();
        }
    }

    /** What waits, up to the most entries of a batch; waits only if nothing does. */
    private List<Wish> take() throws InterruptedException {
        List<Wish> taken = new ArrayList<>();
        Wish next = first != null ? first : waiting.poll(50, TimeUnit.MILLISECONDS);
        first = null;
        int entries = 0;
        while (next != null) {
            if (!taken.isEmpty() && entries + next.leaves() > mostEntries) {
                first = next;
                return taken;
            }
            taken.add(next);
            entries += next.leaves();
            next = waiting.poll();
        }
        return taken;
    }

    private void turn(List<Wish> wishes) throws InterruptedException {
        try {
            committer.stopped().ifPresent(why -> {
                throw why;
            });
            Edge current = current();
            LeafTime now = later(current, time.now());
            Connection connection = loading.connection();
            List<Wish> explained = clocks.explained(wishes, now, connection);
            committer.hand(new Preparing(preparing, current, connection, now).prepare(explained));
        } catch (SQLException failed) {
            edge = null;
            loading.drop();
            LOG.atWarn().addKeyValue("state", failed.getSQLState()).log("database does not answer");
            fail(wishes, new StorageUnavailable("the database does not answer", failed));
        } catch (LedgerStopped stopped) {
            fail(wishes, stopped);
        } catch (RuntimeException | Error unexpected) {
            // An error too: without this thread all who write would wait for ever.
            edge = null;
            LOG.atError().setCause(unexpected).log("batch not prepared");
            fail(wishes, new StorageUnavailable("the entry could not be prepared", unexpected));
        }
    }

    private static void fail(List<Wish> wishes, RuntimeException why) {
        wishes.forEach(wish -> wish.answer().completeExceptionally(why));
    }

    private Edge current() throws SQLException {
        Edge there = edge;
        if (there == null || committer.broken()) {
            committer.settle();
            preparing.shared().forget();
            clocks.forget();
            there = loading.load();
            edge = there;
        }
        return there;
    }

    /** Recorded never before the entry before: within a second the older time is kept, a longer step is shown as it is. */
    private static LeafTime later(Edge edge, LeafTime now) {
        boolean back = now.recordedAt().isBefore(edge.lastRecorded());
        boolean little = now.recordedAt().plusSeconds(1).isAfter(edge.lastRecorded());
        return back && little
                ? new LeafTime(edge.lastRecorded(), now.boot(), now.uptimeMillis(), now.source(), now.errorMillis())
                : now;
    }
}
