package custody.node.demo;

import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A desk that keeps the request keys it was given, one writer at a time. */
final class KeptKeys implements Desk {
    private final InMemoryDesk desk;
    private final List<String> keys = new ArrayList<>();

    KeptKeys(InMemoryDesk desk) {
        this.desk = desk;
    }

    void clock(Instant instant) {
        desk.clock(instant);
    }

    List<String> keys() {
        return keys;
    }

    @Override
    public synchronized Answer open(Booking booking, Badge who, String key) {
        keys.add(key);
        return desk.open(booking, who, key);
    }

    @Override
    public synchronized Answer add(RecordId record, Draft draft, Badge who, String key) {
        keys.add(key);
        return desk.add(record, draft, who, key);
    }

    @Override
    public synchronized EventId event(RecordId record, int version) {
        return desk.event(record, version);
    }
}
