package custody.record.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.RoomCode;
import custody.record.places.Room.Kind;
import custody.record.places.Room.Privacy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
    @ParameterizedTest
    @CsvSource({
        "CELL, NORMAL, true",
        "CELL, MASKED, true",
        "INTERVIEW_ROOM, NO_AUDIO, true",
        "LAWYER_ROOM, PRIVILEGED, false",
        "VEHICLE, NORMAL, false",
    })
    void everyRoomOughtToBeFilmedButPrivilegedOnesAndVehicles(Kind kind, Privacy privacy, boolean ought) {
        assertEquals(
                ought, Room.of(new RoomCode("R-1"), "", kind, privacy, 0, 0).oughtToBeFilmed());
    }
}
