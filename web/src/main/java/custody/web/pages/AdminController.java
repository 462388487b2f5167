package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Appointment;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.web.components.ErrorLink;
import custody.web.components.Row;
import custody.web.forms.Plain;
import custody.web.forms.Standing;
import custody.web.forms.Typed;
import custody.web.session.Needs;
import custody.web.session.OneAtATime;
import custody.web.session.StaffDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers: who they are, what they are appointed to, whether they still serve. */
@Controller
final class AdminController {
    private final Pages pages;
    private final Officers officers;
    private final StaffDesk staff;
    private final OneAtATime changes = new OneAtATime();

    AdminController(Pages pages, Officers officers, StaffDesk staff) {
        this.pages = pages;
        this.officers = officers;
        this.staff = staff;
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @GetMapping("/admin")
    ResponseEntity<String> all(HttpServletRequest request, Visit visit) {
        List<Officer> all = officers.all();
        Set<Badge> changeable = all.stream()
                .filter(officer -> staff.may(visit, officer))
                .map(Officer::badge)
                .collect(Collectors.toSet());
        return pages.show(request, "pages/officers", Map.of("officers", all, "changeable", changeable));
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @GetMapping("/admin/officers/new")
    ResponseEntity<String> fresh(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.nothing().with("active", "true");
        return show(request, visit, 200, "", typed, List.of(), List.of());
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @PostMapping("/admin/officers/new")
    ResponseEntity<String> create(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        return changes.of(() -> create(request, visit, typed));
    }

    private ResponseEntity<String> create(HttpServletRequest request, Visit visit, Typed typed) {
        Optional<Badge> badge = Badge.read(typed.one("badge"));
        List<ErrorLink> errors = new ArrayList<>();
        if (badge.isEmpty()) {
            errors.add(new ErrorLink("badge", visit.wording().say("admin.badge-form")));
        } else if (officers.find(badge.get()).isPresent()) {
            errors.add(new ErrorLink("badge", visit.wording().say("admin.badge-taken")));
        }
        Optional<Category> category = checked(visit, typed, Optional.empty(), errors);
        if (!errors.isEmpty() || badge.isEmpty() || category.isEmpty()) {
            return show(request, visit, 422, "", typed, errors, List.of());
        }
        return put(visit, visit.facility().code(), badge.get(), typed, category.get());
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @GetMapping("/admin/officers/{badge}")
    ResponseEntity<String> one(HttpServletRequest request, Visit visit, @PathVariable String badge) {
        Officer officer = staff.find(visit, badge);
        Typed typed = typed(officer).with(Standing.SEEN, Standing.seen(standing(visit, officer)));
        return show(request, visit, 200, officer.badge().number(), typed, List.of(), List.of());
    }

    private static Typed typed(Officer officer) {
        return Typed.nothing()
                .with("badge", officer.badge().number())
                .with("name", officer.name())
                .with("rank", officer.rank())
                .with("post", officer.post())
                .with("category", Wire.name(officer.category()))
                .with("active", officer.active() ? "true" : "");
    }

    private List<Standing> standing(Visit visit, Officer officer) {
        return Standing.of(OfficerForm.controls(visit, staff, typed(officer), false, List.of()));
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @PostMapping("/admin/officers/{badge}")
    ResponseEntity<String> change(HttpServletRequest request, Visit visit, @PathVariable String badge) {
        Typed typed = Typed.of(request.getParameterMap()).with("badge", badge);
        return changes.of(() -> change(request, visit, staff.find(visit, badge), typed));
    }

    /** Puts all of an officer, unless somebody else has put something since the form was opened: it would be undone. */
    private ResponseEntity<String> change(HttpServletRequest request, Visit visit, Officer officer, Typed typed) {
        String badge = officer.badge().number();
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Category> category = checked(visit, typed, Optional.of(officer.category()), errors);
        if (!errors.isEmpty() || category.isEmpty()) {
            return show(request, visit, 422, badge, typed, errors, List.of());
        }
        List<Standing> standing = standing(visit, officer);
        List<Row> changed = Standing.changed(typed.one(Standing.SEEN), standing);
        if (!changed.isEmpty()) {
            Typed anew = typed.instead(Standing.SEEN, Standing.seen(standing));
            return show(request, visit, 409, badge, anew, List.of(), changed);
        }
        return put(visit, officer.facility(), officer.badge(), typed, category.get());
    }

    /** What was typed, judged; the law's refusal is told where the category is chosen. */
    private Optional<Category> checked(Visit visit, Typed typed, Optional<Category> present, List<ErrorLink> errors) {
        for (String name : List.of("name", "rank", "post")) {
            boolean blank = name.equals("name") && typed.one(name).isBlank();
            if (blank || !Plain.fits(typed.one(name), 200)) {
                errors.add(new ErrorLink(name, visit.wording().say(blank ? "admin.name-needed" : "admin.too-long")));
            }
        }
        Optional<Category> category = OfficerForm.category(typed.one("category"));
        if (category.isEmpty()) {
            errors.add(new ErrorLink("category", visit.wording().say("admin.category-needed")));
        }
        if (category.isPresent() && !staff.mayMake(visit, category.get())) {
            errors.add(new ErrorLink("category", visit.wording().say("admin.category-not-yours")));
        }
        if (category.equals(Optional.of(Category.CUSTODY_OFFICER))
                && present.isPresent()
                && Appointment.asCustodyOfficer(present.get()) instanceof Appointment.Refused(Category because)) {
            String reason = visit.wording().constant(because);
            errors.add(new ErrorLink("category", visit.wording().say("refusal.appointment", reason)));
        }
        return category;
    }

    /** Whoever is changed goes on serving where he serves. */
    private ResponseEntity<String> put(
            Visit visit, FacilityCode facility, Badge badge, Typed typed, Category category) {
        Officer officer = new Officer(
                badge,
                typed.one("name").strip(),
                typed.one("rank").strip(),
                typed.one("post").strip(),
                facility,
                category,
                typed.one("active").equals("true"));
        officers.put(officer, new Accounts.Signed(visit.officer().badge()));
        return Pages.seeOther(path(badge));
    }

    private List<RoleLine> history(Visit visit, Badge badge) {
        return RoleLine.of(officers.history(badge), visit, officers);
    }

    static String path(Badge badge) {
        return "/admin/officers/" + badge;
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            Visit visit,
            int status,
            String badge,
            Typed typed,
            List<ErrorLink> errors,
            List<Row> changed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("action", badge.isEmpty() ? "/admin/officers/new" : "/admin/officers/" + badge);
        parameters.put("seen", typed.one(Standing.SEEN));
        parameters.put("changed", changed);
        parameters.put("badge", badge);
        parameters.put("name", typed.one("name"));
        parameters.put("controls", OfficerForm.controls(visit, staff, typed, badge.isEmpty(), errors));
        parameters.put("errors", errors);
        parameters.put(
                "history", Badge.read(badge).map(known -> history(visit, known)).orElse(List.of()));
        return pages.show(request, status, "pages/officer", parameters);
    }
}
