package custody.node.demo;

import custody.record.desk.Receipt;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.util.List;

/** Where the demo writes: the node's own port, or the API over HTTP. */
public interface Desk {

    /** What became of a wish to write. */
    sealed interface Answer {
        /**
         * Stored, or stored before under the same key.
         *
         * @param version version of the newest event this wish made
         * @param receipts one for each event that was acknowledged, in order
         */
        record Stored(RecordId record, int version, List<Receipt> receipts) implements Answer {
            public Stored {
                receipts = List.copyOf(receipts);
            }
        }

        /** Not stored; {@code problem} names the rule and never the content. */
        record Refused(String problem) implements Answer {}
    }

    /** Opens a record; the same {@code key} opens it once. */
    Answer open(Booking booking, Badge who, String key);

    /** Adds an event; the same {@code key} adds it once. */
    Answer add(RecordId record, Draft draft, Badge who, String key);

    /** Id of the event of that version; it was stored through this desk. */
    EventId event(RecordId record, int version);
}
