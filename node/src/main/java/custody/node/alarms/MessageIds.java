package custody.node.alarms;

import custody.node.alarms.channels.FixedIds;
import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import java.util.UUID;

/** Names messages by what they say and to whom, so that a message made twice is one message. */
final class MessageIds {
    private MessageIds() {}

    /** Follows from the three alone. */
    static UUID of(EventId alert, Rung rung, String channel) {
        return FixedIds.of(alert + "/" + rung + "/" + channel);
    }
}
