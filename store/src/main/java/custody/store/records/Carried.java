package custody.store.records;

import org.jspecify.annotations.Nullable;

/** A batch on its way to disk, with the connection that carries it. Handed from stage to stage; one owner at a time. */
final class Carried {
    private final long number;
    private final Batch batch;
    private final Committing committing;
    private @Nullable RuntimeException failure;

    /** {@code number} counts batches in the order in which they were handed. */
    Carried(long number, Batch batch, Committing committing) {
        this.number = number;
        this.batch = batch;
        this.committing = committing;
    }

    long number() {
        return number;
    }

    Batch batch() {
        return batch;
    }

    Committing committing() {
        return committing;
    }

    boolean failed() {
        return failure != null;
    }

    /** What was written and not committed goes with its connection; whoever waits is told why. The first failure counts. */
    void fail(RuntimeException why) {
        if (failure == null) {
            failure = why;
            committing.drop();
            batch.settled().forEach(settled -> settled.wish().answer().completeExceptionally(why));
        }
    }
}
