package custody.record.places;

import custody.record.events.RoomCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing about a facility that is otherwise than before.
 *
 * @param room the room it is about; empty for the facility itself
 * @param what which of the things known of it
 * @param from what it was, as {@link What} writes it; empty where there was nothing
 * @param to what it is; empty where there is nothing any more
 */
public record FacilityChange(Optional<RoomCode> room, What what, String from, String to) {

    /** What is known of a facility and of a room. Areas are hundredths of a square metre, choices are names of constants. */
    public enum What {
        NAME_UK,
        NAME_EN,
        REGION,
        KIND,
        STATE,
        ZONE,
        AREA_NORM,
        LEGAL_AID_CENTRE,
        PROSECUTOR,
        COURT,
        HOSPITAL,
        ROOM_NAME,
        ROOM_KIND,
        ROOM_PRIVACY,
        ROOM_ZONE,
        ROOM_AREA,
        ROOM_CAPACITY,
        ROOM_DESIGNATION,
        ROOM_OUT_OF_USE
    }

    /** All that is otherwise, the facility first, then room by room; {@code was} is null where it is new. */
    public static List<FacilityChange> between(@Nullable Facility was, Facility is) {
        List<FacilityChange> changes = new ArrayList<>();
        add(changes, Optional.empty(), was == null ? Map.of() : known(was), known(is));
        Set<RoomCode> rooms = new LinkedHashSet<>();
        Stream.of(was, is)
                .filter(Objects::nonNull)
                .flatMap(facility -> facility.rooms().stream())
                .forEach(room -> rooms.add(room.code()));
        for (RoomCode code : rooms) {
            Optional<Room> before = was == null ? Optional.empty() : was.room(code);
            add(
                    changes,
                    Optional.of(code),
                    before.map(FacilityChange::known).orElse(Map.of()),
                    is.room(code).map(FacilityChange::known).orElse(Map.of()));
        }
        return List.copyOf(changes);
    }

    private static Map<What, String> known(Facility facility) {
        Map<What, String> known = new EnumMap<>(What.class);
        known.put(What.NAME_UK, facility.nameUk());
        known.put(What.NAME_EN, facility.nameEn());
        known.put(What.REGION, facility.region());
        known.put(What.KIND, facility.kind().name());
        known.put(What.STATE, facility.state().name());
        known.put(What.ZONE, facility.zone().getId());
        known.put(What.AREA_NORM, Integer.toString(facility.areaNorm()));
        said(known, What.LEGAL_AID_CENTRE, facility.serving().legalAidCentre());
        said(known, What.PROSECUTOR, facility.serving().prosecutor());
        said(known, What.COURT, facility.serving().court());
        said(known, What.HOSPITAL, facility.serving().hospital());
        return known;
    }

    private static Map<What, String> known(Room room) {
        Map<What, String> known = new EnumMap<>(What.class);
        known.put(What.ROOM_NAME, room.name());
        known.put(What.ROOM_KIND, room.kind().name());
        known.put(What.ROOM_PRIVACY, room.privacy().name());
        known.put(What.ROOM_ZONE, room.custodyZone() ? "CUSTODY" : "SERVICE");
        known.put(What.ROOM_AREA, Integer.toString(room.area()));
        known.put(What.ROOM_CAPACITY, Integer.toString(room.capacity()));
        known.put(What.ROOM_DESIGNATION, room.designation().name());
        said(known, What.ROOM_OUT_OF_USE, room.outOfUse());
        return known;
    }

    private static void said(Map<What, String> known, What what, @Nullable String text) {
        if (text != null) {
            known.put(what, text);
        }
    }

    private static void add(
            List<FacilityChange> changes, Optional<RoomCode> room, Map<What, String> was, Map<What, String> is) {
        for (What what : What.values()) {
            String from = was.getOrDefault(what, "");
            String to = is.getOrDefault(what, "");
            if (!from.equals(to)) {
                changes.add(new FacilityChange(room, what, from, to));
            }
        }
    }
}
