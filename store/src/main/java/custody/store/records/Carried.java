package custody.store.records;

import org.jspecify.annotations.Nullable;

/** A batch on its way to disk. Handed from stage to stage; one owner at a time. */
final class Carried {
    private final long number;
    private final Batch batch;
    private @Nullable RuntimeException failure;

    /** {@code number} counts batches in the order in which they were handed. */
    Carried(long number, Batch batch) {
        this.number = number;
        this.batch = batch;
    }

    long number() {
        return number;
    }

    Batch batch() {
        return batch;
    }

    boolean failed() {
        return failure != null;
    }

    /** Whoever waits is told why. The first failure counts. */
    void fail(RuntimeException why) {
        if (failure == null) {
            failure = why;
            batch.settled().forEach(settled -> settled.wish().answer().completeExceptionally(why));
        }
    }
}
