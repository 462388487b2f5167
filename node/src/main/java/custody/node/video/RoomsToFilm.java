package custody.node.video;

import custody.record.desk.Facilities;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.archive.PostgresCameras;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rooms of the house that ought to be recorded. A house that never had a
 * camera has none, since everybody there would be asked about for ever; nor has the demonstration, which films five rooms only.
 */
record RoomsToFilm(FacilityCode facility, boolean demo, Facilities facilities, PostgresCameras cameras)
        implements Coverage.Rooms {
    @Override
    public Set<String> ought() {
        if (demo || !cameras.everHad(facility.code())) {
            return Set.of();
        }
        return facilities.find(facility).map(Facility::rooms).orElse(List.of()).stream()
                .filter(Room::oughtToBeFilmed)
                .map(room -> room.code().code())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Instant> lastRecorded() {
        return cameras.lastRecorded(facility.code());
    }
}
