package custody.store.records;

import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** What became of a request. Its outcome is known when its batch is committed. */
    record Answered(String bodyDigest, java.util.concurrent.CompletableFuture<Outcome> outcome) {}

    Optional<Answered> find(byte[] name) {
        return Optional.ofNullable(answered.get(ByteBuffer.wrap(name)));
    }

    void put(byte[] name, RequestKey key, java.util.concurrent.CompletableFuture<Outcome> outcome) {
        answered.put(ByteBuffer.wrap(name), new Answered(key.bodyDigest(), outcome));
    }
}
