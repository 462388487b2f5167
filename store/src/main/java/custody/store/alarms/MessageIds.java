package custody.store.alarms;

import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import java.util.UUID;

/** Names messages by what they say and to whom, so that a message made twice is one message. */
public final class MessageIds {
    private MessageIds() {}

    /** Follows from the three alone. */
    public static UUID of(EventId alert, Rung rung, String channel) {
        return FixedIds.of(alert + "/" + rung + "/" + channel);
    }

    /** Whether a message of that id can tell of that alarm on that rung, as rows number it, and channel. */
    public static boolean fits(UUID id, UUID alarm, int rung, String channel) {
        Rung named = AlertRow.rung(rung);
        return named != null && of(new EventId(alarm), named, channel).equals(id);
    }
}
