package custody.record.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.places.FacilityChange.What;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What changed of a facility")
class FacilityChangeTest {
    private static final RoomCode CELL = new RoomCode("CELL-1");

    private static Facility facility(int norm, String court, Room... rooms) {
        return new Facility(
                new FacilityCode("UA26-0007"),
                "ІТТ № 7",
                "Facility 7",
                "",
                Facility.Kind.POLICE_UNIT,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                norm,
                new Facility.Serving(null, null, court, null),
                List.of(rooms));
    }

    private static Room cell(int area) {
        return Room.of(CELL, "Камера 1", Room.Kind.CELL, Room.Privacy.MASKED, area, 2);
    }

    @Test
    @DisplayName("is each thing that is otherwise, from and to, and nothing else")
    void isEachThingThatIsOtherwise() {
        assertEquals(
                List.of(
                        new FacilityChange(Optional.empty(), What.AREA_NORM, "400", "250"),
                        new FacilityChange(Optional.empty(), What.COURT, "Суд № 1", "Суд № 2"),
                        new FacilityChange(Optional.of(CELL), What.ROOM_AREA, "800", "799")),
                FacilityChange.between(facility(400, "Суд № 1", cell(800)), facility(250, "Суд № 2", cell(799))));
        assertEquals(
                List.of(),
                FacilityChange.between(facility(400, "Суд № 1", cell(800)), facility(400, "Суд № 1", cell(800))));
    }

    @Test
    @DisplayName("is all of a room that was added or taken out")
    void isAllOfARoomAddedOrTakenOut() {
        Facility without = facility(400, "Суд № 1");
        List<FacilityChange> added = FacilityChange.between(without, facility(400, "Суд № 1", cell(800)));
        assertEquals(
                List.of(
                        What.ROOM_NAME,
                        What.ROOM_KIND,
                        What.ROOM_PRIVACY,
                        What.ROOM_ZONE,
                        What.ROOM_AREA,
                        What.ROOM_CAPACITY,
                        What.ROOM_DESIGNATION),
                added.stream().map(FacilityChange::what).toList());
        assertEquals(
                added.stream().map(FacilityChange::to).toList(),
                FacilityChange.between(facility(400, "Суд № 1", cell(800)), without).stream()
                        .map(FacilityChange::from)
                        .toList());
    }
}
