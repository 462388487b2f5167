package custody.web.entry;

import custody.record.events.Badge;
import custody.record.events.RoomCode;

/** What an entry may name: officers, rooms and cameras that exist. */
public interface Known {

    /** Whether an officer has that badge. */
    boolean officer(Badge badge);

    /** Whether the facility has that room. */
    boolean room(RoomCode room);

    /** Whether the facility has or had a camera of that id. */
    boolean camera(String id);
}
