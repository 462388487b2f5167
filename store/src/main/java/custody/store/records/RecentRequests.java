package custody.store.records;

import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Requests stored of late, by name. A caller looks into the database first; what was stored since then is here. Owned by
 * the appender.
 */
final class RecentRequests {
    private static final int MOST = 100_000;

    private final LinkedHashMap<ByteBuffer, Answered> answered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Answered> eldest) {
            return size() > MOST;
        }
    };

    /** A request that was taken. Its outcome is known when its batch is committed. */
    private record Answered(String bodyDigest, CompletableFuture<Outcome> outcome) {}

    /**
     * Takes a request for a writer: empty if it is new and shall be decided; the answer to give otherwise. A request that
     * was refused, or was not stored, may be tried again.
     */
    Optional<CompletableFuture<Outcome>> claim(Writer writer, CompletableFuture<Outcome> outcome) {
        RequestKey key = writer.request();
        if (key == null) {
            return Optional.empty();
        }
        ByteBuffer name = ByteBuffer.wrap(Requests.name(writer).orElseThrow());
        Answered before = answered.get(name);
        if (before == null || failed(before.outcome())) {
            answered.put(name, new Answered(key.bodyDigest(), outcome));
            return Optional.empty();
        }
        return Optional.of(
                before.bodyDigest().equals(key.bodyDigest())
                        ? before.outcome().thenApply(RecentRequests::again)
                        : CompletableFuture.completedFuture(new Outcome.KeyReused()));
    }

    private static boolean failed(CompletableFuture<Outcome> outcome) {
        return outcome.isDone() && (outcome.isCompletedExceptionally() || !(outcome.join() instanceof Outcome.Stored));
    }

    private static Outcome again(Outcome first) {
        return first instanceof Outcome.Stored stored
                ? new Outcome.Stored(stored.record(), stored.added(), stored.receipts(), true)
                : first;
    }
}
