package custody.store.records;

import custody.record.events.RecordId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records the appender has at hand, the least used go first when their events exceed the bound. Those of batches that are
 * not committed yet are held besides: reading them from the database would miss what is under way. Owned by the appender.
 */
final class RecordCache {
    /** Batches that can be under way: those handed, one that waits to be, one being prepared. */
    private static final int UNDER_WAY = Committer.UNDER_WAY + 2;

    private final int mostEvents;
    private final LinkedHashMap<RecordId, Kept> kept = new LinkedHashMap<>(1024, 0.75f, true);
    private final Deque<Map<RecordId, Kept>> underWay = new ArrayDeque<>();
    private int events;

    RecordCache(int mostEvents) {
        this.mostEvents = mostEvents;
    }

    Optional<Kept> find(RecordId id) {
        Kept found = kept.get(id);
        if (found != null) {
            return Optional.of(found);
        }
        return underWay.stream()
                .filter(batch -> batch.containsKey(id))
                .findFirst()
                .map(batch -> batch.get(id));
    }

    void loaded(Map<RecordId, Kept> records) {
        records.forEach(this::put);
        shrink();
    }

    /** The records of one batch as it leaves them. */
    void prepared(Map<RecordId, Kept> batch) {
        underWay.addFirst(new HashMap<>(batch));
        if (underWay.size() > UNDER_WAY) {
            underWay.removeLast();
        }
        batch.forEach(this::put);
        shrink();
    }

    private void put(RecordId id, Kept record) {
        Kept before = kept.put(id, record);
        events += record.record().version()
                - (before == null ? 0 : before.record().version());
    }

    private void shrink() {
        var eldest = kept.entrySet().iterator();
        while (events > mostEvents && eldest.hasNext()) {
            events -= eldest.next().getValue().record().version();
            eldest.remove();
        }
    }
}
