package custody.node.running;

import custody.node.demo.Desk;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.util.concurrent.locks.Lock;

/** A desk at which people wait while somebody holds its doors shut. */
record BehindDoors(Desk desk, Lock doors) implements Desk {

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        doors.lock();
        try {
            return desk.open(booking, who, key);
        } finally {
            doors.unlock();
        }
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        doors.lock();
        try {
            return desk.add(record, draft, who, key);
        } finally {
            doors.unlock();
        }
    }

    @Override
    public EventId event(RecordId record, int version) {
        return desk.event(record, version);
    }
}
