package custody.node.demo;

import custody.record.events.EventId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Stand-ins for ids of events that are not stored yet. */
public final class EventNames {
    private EventNames() {}

    /** The id that stands in facts for the event of that name until it is stored and has its own. */
    public static EventId placeholder(String record, String event) {
        return new EventId(UUID.nameUUIDFromBytes((record + "/" + event).getBytes(StandardCharsets.UTF_8)));
    }
}
