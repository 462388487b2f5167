package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.components.ErrorLink;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.forms.Standing;
import custody.web.forms.Typed;
import custody.web.session.Needs;
import custody.web.session.OneAtATime;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** This node's facility: what it is, who serves it, and its rooms. Who changed what is an entry. */
@Controller
final class FacilityController {
    private final Pages pages;
    private final Facilities facilities;
    private final Officers officers;
    private final OneAtATime changes = new OneAtATime();

    FacilityController(Pages pages, Facilities facilities, Officers officers) {
        this.pages = pages;
        this.facilities = facilities;
        this.officers = officers;
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/facility")
    ResponseEntity<String> page(HttpServletRequest request, Visit visit) {
        Facility facility = visit.facility();
        Typed typed = FacilityForm.typed(facility, Typed.nothing()).with(Standing.SEEN, seen(visit, facility));
        return show(request, visit, facility, 200, typed, List.of(), List.of());
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/facility")
    ResponseEntity<String> describe(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        return changes.of(() -> describe(request, visit, now(visit), typed));
    }

    /** As it stands now: the visit's own is of when the request came, and others may have been let through since. */
    private Facility now(Visit visit) {
        return facilities.find(visit.facility().code()).orElse(visit.facility());
    }

    private ResponseEntity<String> describe(HttpServletRequest request, Visit visit, Facility now, Typed typed) {
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Facility> described = FacilityForm.read(visit, now, typed, errors);
        if (described.isEmpty()) {
            return show(request, visit, now, 422, typed, errors, List.of());
        }
        List<Row> changed = Standing.changed(typed.one(Standing.SEEN), itself(visit, now));
        if (!changed.isEmpty()) {
            Typed anew = typed.instead(Standing.SEEN, seen(visit, now));
            return show(request, visit, now, 409, anew, List.of(), changed);
        }
        facilities.put(described.get(), visit.reading("facility-described"));
        return Pages.seeOther("/admin/facility");
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/facility/rooms")
    ResponseEntity<String> addRoom(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        return changes.of(() -> addRoom(request, visit, now(visit), typed));
    }

    private ResponseEntity<String> addRoom(HttpServletRequest request, Visit visit, Facility now, Typed typed) {
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Room> room = RoomForm.read(visit, typed, errors);
        if (room.isEmpty()) {
            return show(request, visit, now, 422, FacilityForm.typed(now, typed), errors, List.of());
        }
        RoomCode code = room.get().code();
        List<Standing> there = now.room(code).map(one -> RoomForm.standing(visit, one)).stream()
                .toList();
        List<Row> changed = Standing.changed(typed.one(Standing.SEEN), there);
        if (!changed.isEmpty()) {
            Typed anew = FacilityForm.typed(now, typed).instead(Standing.SEEN, seen(visit, now));
            return show(request, visit, now, 409, anew, List.of(), changed);
        }
        List<Room> rooms = new ArrayList<>(now.rooms());
        rooms.removeIf(present -> present.code().equals(code));
        rooms.add(room.get());
        facilities.put(now.with(rooms), visit.reading("facility-room " + code.code()));
        return Pages.seeOther("/admin/facility");
    }

    private static List<Standing> itself(Visit visit, Facility facility) {
        return Standing.of(FacilityForm.controls(visit, FacilityForm.typed(facility, Typed.nothing()), List.of()));
    }

    /** One for both forms of the page: each is judged by what it puts. */
    private static String seen(Visit visit, Facility facility) {
        List<Standing> all = new ArrayList<>(itself(visit, facility));
        facility.rooms().forEach(room -> all.add(RoomForm.standing(visit, room)));
        return Standing.seen(all);
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            Visit visit,
            Facility facility,
            int status,
            Typed typed,
            List<ErrorLink> errors,
            List<Row> changed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("facility", facility);
        parameters.put("seen", typed.one(Standing.SEEN));
        parameters.put("changed", changed);
        parameters.put("names", FacilityForm.controls(visit, typed, errors));
        parameters.put("room", RoomForm.room(visit, typed, errors));
        parameters.put("errors", errors);
        parameters.put(
                "history",
                FacilityLine.of(facilities.history(visit.facility().code()), visit, People.of(visit, officers)));
        return pages.show(request, status, "pages/facility", parameters);
    }
}
