package custody.node.running;

import custody.node.demo.Desk.Answer;
import custody.record.desk.Receipt;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.util.List;

/** A desk that keeps every receipt the moment it is given. */
record KeepingReceipts(custody.node.demo.Desk desk, List<Receipt> receipts) implements custody.node.demo.Desk {

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        return kept(desk.open(booking, who, key));
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        return kept(desk.add(record, draft, who, key));
    }

    @Override
    public EventId event(RecordId record, int version) {
        return desk.event(record, version);
    }

    private Answer kept(Answer answer) {
        if (answer instanceof Answer.Stored stored) {
            receipts.addAll(stored.receipts());
        }
        return answer;
    }
}
