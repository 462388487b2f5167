package custody.node.video;

import custody.record.access.Relation;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.RecordId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom a record names: asked for every byte of held footage, and read anew only where the record has an event more than when it was
 * asked last. Safe for many threads.
 */
public final class NamedByRecord {
    private static final int REMEMBERED = 10_000;

    private final Function<RecordId, Optional<String>> stand;
    private final Function<RecordId, Optional<CustodyRecord>> reading;
    private final Map<Asked, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Asked(Badge badge, RecordId record) {}

    private record Known(String stand, boolean named) {}

    /**
     * Over records as the node itself reads them.
     *
     * @param stand changes with each event of a record; empty where there is none
     */
    public NamedByRecord(
            Function<RecordId, Optional<String>> stand, Function<RecordId, Optional<CustodyRecord>> reading) {
        this.stand = stand;
        this.reading = reading;
    }

    /** Whether a complaint or a violation on the record names that person. */
    public boolean named(Badge badge, RecordId record) {
        Optional<String> now = stand.apply(record);
        if (now.isEmpty()) {
            return false;
        }
        var asked = new Asked(badge, record);
        Known before = known(asked);
        if (before != null && before.stand().equals(now.get())) {
            return before.named();
        }
        boolean named = reading.apply(record)
                .filter(found -> Relation.named(found, badge))
                .isPresent();
        synchronized (known) {
            known.put(asked, new Known(now.get(), named));
        }
        return named;
    }

    private @Nullable Known known(Asked asked) {
        synchronized (known) {
            return known.get(asked);
        }
    }
}
