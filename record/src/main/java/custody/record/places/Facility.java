package custody.record.places;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import java.time.ZoneId;
import java.util.List;

/**
 * A police unit or temporary detention facility (підрозділ, ІТТ).
 *
 * @param code names it in the country
 * @param nameUk name in Ukrainian
 * @param nameEn name in English
 * @param region region
 * @param kind police unit or temporary detention facility
 * @param state whether it works
 * @param zone time zone of its walls' clocks
 * @param rooms its rooms
 */
public record Facility(
        FacilityCode code,
        String nameUk,
        String nameEn,
        String region,
        Kind kind,
        State state,
        ZoneId zone,
        List<Room> rooms) {
    public Facility {
        rooms = List.copyOf(rooms);
    }

    /** Whether the facility has such a room. */
    public boolean has(RoomCode room) {
        return rooms.stream().anyMatch(candidate -> candidate.code().equals(room));
    }

    /** Kind of a facility. */
    public enum Kind {
        POLICE_UNIT,
        TEMPORARY_DETENTION_FACILITY
    }

    /** Whether a facility works. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        EVACUATED,
        DESTROYED
    }
}
