package custody.record.places;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param areaNorm least floor area a person, in hundredths of a square metre; 400 where the strictest norm is kept
 * @param serving who serves it
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
        int areaNorm,
        Serving serving,
        List<Room> rooms) {
    public Facility {
        rooms = List.copyOf(rooms);
    }

    /** The same with these rooms instead of its own. */
    public Facility with(List<Room> others) {
        return new Facility(code, nameUk, nameEn, region, kind, state, zone, areaNorm, serving, others);
    }

    /** Whether the facility has such a room. */
    public boolean has(RoomCode room) {
        return room(room).isPresent();
    }

    /** The room of that code. */
    public Optional<Room> room(RoomCode code) {
        return rooms.stream().filter(candidate -> candidate.code().equals(code)).findFirst();
    }

    /** Most people the facility holds. */
    public int capacity() {
        return rooms.stream().mapToInt(Room::capacity).sum();
    }

    /**
     * Who serves a facility, by name; null where it is not entered yet.
     *
     * @param legalAidCentre legal-aid centre (центр безоплатної правничої допомоги)
     * @param prosecutor prosecutor's office
     * @param court court of the investigating judges
     * @param hospital hospital
     */
    public record Serving(
            @Nullable String legalAidCentre,
            @Nullable String prosecutor,
            @Nullable String court,
            @Nullable String hospital) {}

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
