package custody.node.alarms;

import custody.record.events.RecordId;
import custody.store.alarms.DueRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds records that were written to and not rung for: at the start, and where entries may have been committed of which
 * nobody was told. One pass over them all; a record that cannot be rung for does not stop it. {@link #doubt} is for any
 * thread, the rest for the alarm clock's.
 */
final class CatchingUp {
    /** A database that went away may commit its last entries after it was first asked. */
    private static final Duration ONCE_MORE = Duration.ofMinutes(1);

    private static final int AFTER_DOUBT = 2;

    private final DueRecords due;
    private final int batch;
    private int passes = 1;
    private Instant next = Instant.EPOCH;

    CatchingUp(DueRecords due, int batch) {
        this.due = due;
        this.batch = batch;
    }

    /** Rings for some records; answers whether to go on. */
    @FunctionalInterface
    interface Bell {
        boolean ring(List<RecordId> records) throws InterruptedException;
    }

    /** Entries may have been committed of which nobody was told. */
    synchronized void doubt() {
        passes = AFTER_DOUBT;
        next = Instant.EPOCH;
    }

    /** When the next pass is due, if there is one. */
    synchronized Optional<Instant> next() {
        return passes > 0 ? Optional.of(next) : Optional.empty();
    }

    private synchronized boolean begin(Instant now) {
        if (passes == 0 || next.isAfter(now)) {
            return false;
        }
        passes--;
        next = now.plus(ONCE_MORE);
        return true;
    }

    private synchronized void failed() {
        passes++;
        next = Instant.EPOCH;
    }

    /** Goes over all that are behind, where a pass is due; one that the database broke off is made again. */
    void pass(Instant now, Bell bell) throws InterruptedException {
        if (!begin(now)) {
            return;
        }
        boolean whole = false;
        try {
            RecordId last = new RecordId(new UUID(0, 0));
            List<RecordId> some = due.behind(last, batch);
            while (!some.isEmpty() && bell.ring(some)) {
                last = some.getLast();
                some = due.behind(last, batch);
            }
            whole = true;
        } finally {
            if (!whole) {
                failed();
            }
        }
    }
}
