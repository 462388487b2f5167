package custody.web.entry;

import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.places.Facility;

/**
 * Officers of this node and rooms of one facility.
 *
 * @param officers whom entries may name
 * @param facility whose rooms
 */
public record KnownHere(Officers officers, Facility facility) implements Known {

    @Override
    public boolean officer(Badge badge) {
        return officers.find(badge).isPresent();
    }

    @Override
    public boolean room(RoomCode room) {
        return facility.has(room);
    }
}
