package custody.web.video;

import custody.record.events.Badge;
import custody.record.events.RecordId;

/**
 * Whether a complaint or a violation on a record names somebody. The node asks for itself, nobody looks at the record: nothing of it
 * is shown but a refusal.
 */
@FunctionalInterface
public interface NamedStaff {
    boolean named(Badge badge, RecordId record);
}
