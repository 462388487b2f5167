package custody.web.pages;

import custody.record.desk.FacilityEntry;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.FacilityChange;
import custody.record.places.Room;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a facility's history: what became otherwise, when and by whom.
 *
 * @param at local time
 * @param dateTime the same for programs
 * @param what the facility first and then each room; empty where nothing became otherwise
 * @param by in words
 * @param index of the entry in the ledger
 */
public record FacilityLine(String at, String dateTime, List<About> what, String by, long index) {
    /** The newest; the ledger has them all. */
    private static final int MOST = 200;

    public FacilityLine {
        what = List.copyOf(what);
    }

    /** What became otherwise of one thing; {@code room} is empty for the facility itself. */
    public record About(String room, List<Change> changes) {
        public About {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One change in words.
     *
     * @param from empty where there was nothing
     * @param language of both texts where it is not the page's
     */
    public record Change(
            String label, String from, String to, @Nullable String language) {}

    static List<FacilityLine> of(List<FacilityEntry> entries, Visit visit, People people) {
        return entries.stream()
                .limit(MOST)
                .map(entry -> new FacilityLine(
                        visit.times().full(entry.at()),
                        entry.at().toString(),
                        what(entry.changes(), visit.wording(), people),
                        people.names(List.of(entry.by().badge())).getFirst(),
                        entry.index()))
                .toList();
    }

    private static List<About> what(List<FacilityChange> changes, Wording say, People people) {
        Map<Optional<RoomCode>, List<FacilityChange>> about = changes.stream()
                .collect(Collectors.groupingBy(FacilityChange::room, LinkedHashMap::new, Collectors.toList()));
        List<About> lines = new ArrayList<>();
        about.forEach((room, of) -> lines.add(new About(
                room.map(code -> room(code, of, say, people)).orElse(""),
                of.stream().map(change -> change(change, say)).toList())));
        return lines;
    }

    private static String room(RoomCode code, List<FacilityChange> of, Wording say, People people) {
        boolean fresh = of.stream()
                .anyMatch(change -> change.what() == FacilityChange.What.ROOM_KIND
                        && change.from().isEmpty());
        return fresh
                ? say.say("admin.room-added", people.roomName(code), code.code())
                : say.say("admin.room-changed", people.roomName(code), code.code());
    }

    private static Change change(FacilityChange change, Wording say) {
        String to = change.to().isEmpty() ? "–" : value(change.what(), change.to(), say);
        String from = change.from().isEmpty() ? "" : value(change.what(), change.from(), say);
        String language = change.what() == FacilityChange.What.NAME_EN
                ? "en"
                : change.what() == FacilityChange.What.NAME_UK ? "uk" : null;
        return new Change(say.say(label(change.what())), from, to, language);
    }

    private static String label(FacilityChange.What what) {
        return switch (what) {
            case NAME_UK -> "admin.facility.nameUk";
            case NAME_EN -> "admin.facility.nameEn";
            case REGION -> "admin.facility.region";
            case KIND -> "admin.facility.facilityKind";
            case STATE -> "admin.facility.state";
            case ZONE -> "admin.facility.zone";
            case AREA_NORM -> "admin.facility.areaNorm";
            case LEGAL_AID_CENTRE -> "admin.facility.legalAidCentre";
            case PROSECUTOR -> "admin.facility.prosecutor";
            case COURT -> "admin.facility.court";
            case HOSPITAL -> "admin.facility.hospital";
            case ROOM_NAME -> "admin.room.name";
            case ROOM_KIND -> "admin.room.kind";
            case ROOM_PRIVACY -> "admin.room.privacy";
            case ROOM_ZONE -> "admin.room.custody-zone";
            case ROOM_AREA -> "admin.room.area";
            case ROOM_CAPACITY -> "admin.room.capacity";
            case ROOM_DESIGNATION -> "admin.room.designation";
            case ROOM_OUT_OF_USE -> "admin.room.out-of-use";
        };
    }

    private static String value(FacilityChange.What what, String text, Wording say) {
        return switch (what) {
            case KIND -> say.constant(Facility.Kind.valueOf(text));
            case STATE -> say.constant(Facility.State.valueOf(text));
            case ROOM_KIND -> say.constant(Room.Kind.valueOf(text));
            case ROOM_PRIVACY -> say.constant(Room.Privacy.valueOf(text));
            case ROOM_DESIGNATION -> say.constant(Room.Designation.valueOf(text));
            case ROOM_ZONE -> say.say("admin.room.custody-zone." + text.toLowerCase(Locale.ROOT));
            case AREA_NORM, ROOM_AREA ->
                say.hundredths(Integer.parseInt(text)) + "\u00a0" + say.say("admin.room.square-metres");
            case NAME_UK,
                    NAME_EN,
                    REGION,
                    ZONE,
                    LEGAL_AID_CENTRE,
                    PROSECUTOR,
                    COURT,
                    HOSPITAL,
                    ROOM_NAME,
                    ROOM_CAPACITY,
                    ROOM_OUT_OF_USE -> text;
        };
    }
}
