package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.components.ErrorLink;
import custody.web.forms.People;
import custody.web.forms.Typed;
import custody.web.session.Needs;
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

    FacilityController(Pages pages, Facilities facilities, Officers officers) {
        this.pages = pages;
        this.facilities = facilities;
        this.officers = officers;
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/facility")
    ResponseEntity<String> page(HttpServletRequest request, Visit visit) {
        Typed typed = FacilityForm.typed(visit.facility(), Typed.nothing());
        return show(request, visit, 200, typed, List.of());
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/facility")
    ResponseEntity<String> describe(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Facility> described = FacilityForm.read(visit, typed, errors);
        if (described.isEmpty()) {
            return show(request, visit, 422, typed, errors);
        }
        facilities.put(described.get(), visit.reading("facility-described"));
        return Pages.seeOther("/admin/facility");
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/facility/rooms")
    ResponseEntity<String> addRoom(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Room> room = RoomForm.read(visit, typed, errors);
        if (room.isEmpty()) {
            Typed all = FacilityForm.typed(visit.facility(), typed);
            return show(request, visit, 422, all, errors);
        }
        RoomCode code = room.get().code();
        List<Room> rooms = new ArrayList<>(visit.facility().rooms());
        rooms.removeIf(present -> present.code().equals(code));
        rooms.add(room.get());
        facilities.put(with(visit.facility(), rooms), visit.reading("facility-room " + code.code()));
        return Pages.seeOther("/admin/facility");
    }

    private static Facility with(Facility was, List<Room> rooms) {
        return new Facility(
                was.code(),
                was.nameUk(),
                was.nameEn(),
                was.region(),
                was.kind(),
                was.state(),
                was.zone(),
                was.areaNorm(),
                was.serving(),
                rooms);
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, int status, Typed typed, List<ErrorLink> errors) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("facility", visit.facility());
        parameters.put("names", FacilityForm.controls(visit, typed, errors));
        parameters.put("room", RoomForm.room(visit, typed, errors));
        parameters.put("errors", errors);
        parameters.put(
                "history",
                FacilityLine.of(facilities.history(visit.facility().code()), visit, People.of(visit, officers)));
        return pages.show(request, status, "pages/facility", parameters);
    }
}
