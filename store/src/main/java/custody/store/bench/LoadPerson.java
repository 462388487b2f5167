package custody.store.bench;

import custody.ledger.tree.Hash;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.store.keys.DataKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One invented person in custody while the load goes on. Planned by one thread, then told by one other. */
final class LoadPerson {
    private final RecordId id;
    private final RecordNumber number;
    private final DataKey key;
    private final int person;
    private final int length;
    private final List<Event> events = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();
    private int planned;
    private long lastIndex;
    private @Nullable Hash lastLeaf;

    LoadPerson(RecordId id, RecordNumber number, DataKey key, int person, int length) {
        this.id = id;
        this.number = number;
        this.key = key;
        this.person = person;
        this.length = length;
    }

    /** An entry to be made: where it stands in the ledger and when it is recorded. */
    record Line(long index, Instant at) {}

    RecordId id() {
        return id;
    }

    RecordNumber number() {
        return number;
    }

    DataKey key() {
        return key;
    }

    /** Counts people from 0; names and places follow from it. */
    int person() {
        return person;
    }

    /** Events of the whole record. */
    int length() {
        return length;
    }

    /** Plans the next event; answers whether it was the last. */
    boolean plan(long index, Instant at) {
        lines.add(new Line(index, at));
        planned++;
        return planned == length;
    }

    /** What was planned since the last call. */
    List<Line> takeLines() {
        List<Line> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }

    List<Event> events() {
        return events;
    }

    boolean complete() {
        return events.size() == length;
    }

    @Nullable
    Hash lastLeaf() {
        return lastLeaf;
    }

    long lastIndex() {
        return lastIndex;
    }

    void told(Event event, long index, Hash leaf) {
        events.add(event);
        lastIndex = index;
        lastLeaf = leaf;
    }
}
