package custody.record.places;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RoomCode;
import custody.record.places.Room.Kind;
import custody.record.places.Room.Privacy;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static boolean ought(Kind kind, Privacy privacy) {
        return Room.of(new RoomCode("R-1"), "", kind, privacy, 0, 0).oughtToBeFilmed();
    }

    @Test
    void everyRoomInWhichSomethingMayBeRecordedOughtToBeFilmed() {
        assertTrue(ought(Kind.CELL, Privacy.NORMAL));
        assertTrue(ought(Kind.CELL, Privacy.MASKED));
        assertTrue(ought(Kind.INTERVIEW_ROOM, Privacy.NO_AUDIO));
    }

    @Test
    void neitherAPrivilegedRoomNorAVehicleOughtToBeFilmed() {
        assertFalse(ought(Kind.LAWYER_ROOM, Privacy.PRIVILEGED));
        assertFalse(ought(Kind.VEHICLE, Privacy.NORMAL));
    }
}
