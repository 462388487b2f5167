package custody.web.forms;

import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.web.components.Option;
import custody.web.entry.FacilityCameras;
import custody.web.entry.Known;
import custody.web.session.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The officers, rooms and cameras a form may name. Read once for each request, the cameras when a field asks for them.
 *
 * @param facility whose rooms
 * @param officers by badge, in the order of badges
 * @param system what the program itself is called
 * @param cameras of every facility
 */
public record People(Facility facility, List<Officer> officers, String system, FacilityCameras cameras)
        implements Known {
    public People {
        officers = List.copyOf(officers);
    }

    /** Everyone the desk knows, to be named on a page that asks for no camera. */
    public static People of(Visit visit, Officers officers) {
        return of(visit, officers, _ -> List.of());
    }

    /** Everyone and all that a form of the visitor's facility may name. */
    public static People of(Visit visit, Officers officers, FacilityCameras cameras) {
        return new People(visit.facility(), officers.all(), visit.wording().say("people.system"), cameras);
    }

    @Override
    public boolean officer(Badge badge) {
        return officers.stream().anyMatch(officer -> officer.badge().equals(badge));
    }

    @Override
    public boolean room(RoomCode room) {
        return facility.has(room);
    }

    /** Officers to choose from: those who still serve, and whoever is chosen already. */
    public List<Option> officerOptions(String chosen) {
        return officers.stream()
                .filter(officer -> officer.active() || officer.badge().number().equals(chosen))
                .map(officer -> new Option(
                        officer.badge().number(),
                        officer.name() + " · " + officer.badge().number(),
                        officer.badge().number().equals(chosen)))
                .toList();
    }

    /** Rooms to choose from. */
    public List<Option> roomOptions(String chosen) {
        return facility.rooms().stream()
                .map(room -> new Option(
                        room.code().code(), room.name(), room.code().code().equals(chosen)))
                .toList();
    }

    @Override
    public boolean camera(String id) {
        return cameras.of(facility.code()).stream()
                .anyMatch(camera -> camera.id().equals(id));
    }

    /** Cameras to choose from, and whatever is chosen already: an earlier entry may name what is no camera. */
    public List<Option> cameraOptions(List<String> chosen) {
        List<Option> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (FacilityCameras.Named camera : cameras.of(facility.code())) {
            ids.add(camera.id());
            options.add(new Option(camera.id(), camera.name() + " · " + camera.id(), chosen.contains(camera.id())));
        }
        chosen.stream()
                .filter(id -> !id.isBlank() && !ids.contains(id))
                .forEach(id -> options.add(new Option(id, id, true)));
        return options;
    }

    /** Names of officers, with their badges; the program itself in a word. */
    public List<String> names(Collection<Badge> badges) {
        Map<Badge, String> names = new HashMap<>();
        officers.forEach(officer -> names.put(officer.badge(), officer.name() + " · " + officer.badge()));
        names.put(Badge.SYSTEM, system);
        return badges.stream()
                .map(badge -> names.getOrDefault(badge, badge.number()))
                .toList();
    }

    /** Name of a room; its code where the room is gone. */
    public String roomName(RoomCode code) {
        return facility.room(code).map(room -> room.name()).orElse(code.code());
    }
}
