package custody.store.records;

import custody.ledger.tree.TileBuilder;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the next batch begins: the tree with all that is committed or under way, and what decisions need at hand. Owned by
 * the appender; thrown away and loaded anew from the database when a commit fails.
 */
final class Edge {
    private final TileBuilder tree;
    private final RecordCache records;
    private final RecentRequests requests = new RecentRequests();
    private final Map<FacilityCode, Facility> facilities;
    private final Map<String, Integer> running = new HashMap<>();
    private Instant lastRecorded;

    Edge(TileBuilder tree, int cachedEvents, Map<FacilityCode, Facility> facilities, Instant last) {
        this.tree = tree;
        this.records = new RecordCache(cachedEvents);
        this.facilities = new HashMap<>(facilities);
        this.lastRecorded = last;
    }

    TileBuilder tree() {
        return tree;
    }

    RecordCache records() {
        return records;
    }

    RecentRequests requests() {
        return requests;
    }

    Map<FacilityCode, Facility> facilities() {
        return facilities;
    }

    /** Last running number given out for a facility and year; null if it has to be looked up. */
    Map<String, Integer> running() {
        return running;
    }

    Instant lastRecorded() {
        return lastRecorded;
    }

    void recorded(Instant at) {
        lastRecorded = at;
    }
}
