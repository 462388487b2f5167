package custody.node.alarms;

import custody.record.events.RecordId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that could not be rung for, and when to try them again. In memory: a start finds them by their versions. */
final class Again {
    private final Map<RecordId, Instant> records = new HashMap<>();

    synchronized void put(RecordId record, Instant at) {
        records.put(record, at);
    }

    synchronized Optional<Instant> first() {
        return records.values().stream().min(Instant::compareTo);
    }

    synchronized List<RecordId> takeUntil(Instant now) {
        List<RecordId> taken = records.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        taken.forEach(records::remove);
        return taken;
    }
}
