package custody.store.records;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Hands wishes to the appender and waits for their answers. Safe for many threads. */
final class Appending {
    private final Appender appender;

    Appending(Appender appender) {
        this.appender = appender;
    }

    /** Waits until the wish is committed and answers for it. */
    <T> T append(Wish wish, CompletableFuture<T> answer) {
        appender.append(wish);
        return await(answer);
    }

    /** Waits for the answer to a wish that was handed in. */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            // A fresh exception each time: several callers may share one cause, each with its own stack.
            throw switch (failed.getCause()) {
                case LedgerStopped stopped -> new LedgerStopped(String.valueOf(stopped.getMessage()));
                case StorageUnavailable unavailable ->
                    new StorageUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
                case null, default -> new StorageUnavailable("the entry could not be stored", failed);
            };
        }
    }

    /** As {@link #append(Wish, CompletableFuture)} for wishes that answer with an index. */
    long append(Wish.PuttingFacility wish) {
        return append(wish, wish.answer());
    }
}
