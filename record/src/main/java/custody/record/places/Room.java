package custody.record.places;

import custody.record.events.RoomCode;
import org.jspecify.annotations.Nullable;

/**
 * A room of a facility.
 *
 * @param code names it within the facility
 * @param name what people call it
 * @param kind what it is for
 * @param privacy what cameras may do there
 * @param custodyZone whether it lies in the Custody Records zone, which a detainee leaves only by a recorded movement
 * @param area floor area in hundredths of a square metre
 * @param capacity most people held there; 0 where nobody is held
 * @param designation for whom it is meant
 * @param outOfUse why nobody may be put there now; null while it is in use
 */
public record Room(
        RoomCode code,
        String name,
        Kind kind,
        Privacy privacy,
        boolean custodyZone,
        int area,
        int capacity,
        Designation designation,
        @Nullable String outOfUse) {
    public Room {
        if (area < 0 || capacity < 0) {
            throw new IllegalArgumentException("a room has neither negative area nor negative capacity");
        }
    }

    /** A room in use that is meant for anyone. */
    public static Room of(RoomCode code, String name, Kind kind, Privacy privacy, int area, int capacity) {
        return new Room(code, name, kind, privacy, true, area, capacity, Designation.ANYONE, null);
    }

    /** Whether cameras ought to record it: wherever something may be recorded, but for vehicles, whose films are uploaded. */
    public boolean oughtToBeFilmed() {
        return privacy != Privacy.PRIVILEGED && kind != Kind.VEHICLE;
    }

    /** For whom a room is meant. */
    public enum Designation {
        ANYONE,
        MEN,
        WOMEN,
        MINORS,
        ADMINISTRATIVE,
        CONVICTED
    }

    /** What a room is for (DOMAIN: приміщення). */
    public enum Kind {
        ENTRANCE,
        FRONT_OFFICE,
        REGISTRATION,
        INTERVIEW_ROOM,
        SEARCH_ROOM,
        LAWYER_ROOM,
        INVESTIGATIVE_ROOM,
        OBSERVATION_ROOM,
        MEDICAL_ROOM,
        DETAINEES_ROOM,
        CELL,
        VISITING_ROOM,
        YARD,
        CORRIDOR,
        VEHICLE
    }

    /** What cameras may do in a room. */
    public enum Privacy {
        NORMAL,
        /** Part of the picture is masked on the server (toilet). */
        MASKED,
        NO_AUDIO,
        /** Lawyer, medic: not recorded inside, the door is. */
        PRIVILEGED
    }
}
