package custody.web.entry;

import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.places.Facility;

/**
 * Officers of this node, rooms and cameras of one facility.
 *
 * @param officers whom entries may name
 * @param facility whose rooms and cameras
 * @param cameras of every facility
 */
public record KnownHere(Officers officers, Facility facility, FacilityCameras cameras) implements Known {

    @Override
    public boolean officer(Badge badge) {
        return officers.find(badge).isPresent();
    }

    @Override
    public boolean room(RoomCode room) {
        return facility.has(room);
    }

    @Override
    public boolean camera(String id) {
        return cameras.of(facility.code()).stream()
                .anyMatch(camera -> camera.id().equals(id));
    }
}
