package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.web.components.ErrorLink;
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

/** Martial law at this node's facility, from when to when. */
@Controller
final class MartialLawController {
    private final Pages pages;
    private final DeclaredMartialLaw declared;

    MartialLawController(Pages pages, DeclaredMartialLaw declared) {
        this.pages = pages;
        this.declared = declared;
    }

    @Needs(General.DECLARE_MARTIAL_LAW)
    @GetMapping("/admin/martial-law")
    ResponseEntity<String> page(HttpServletRequest request, Visit visit) {
        Typed today = Typed.nothing()
                .with("from.date", visit.times().date(visit.now()))
                .with("from.time", visit.times().time(visit.now()));
        return show(request, visit, 200, today, List.of());
    }

    @Needs(General.DECLARE_MARTIAL_LAW)
    @PostMapping("/admin/martial-law")
    ResponseEntity<String> declare(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        List<ErrorLink> errors = new ArrayList<>();
        Optional<FacilityMartialLaw> fact = MartialLawForm.read(visit, typed, errors);
        if (fact.isEmpty()) {
            return show(request, visit, 422, typed, errors);
        }
        declared.declare(visit.facility().code(), fact.get(), visit.officer().badge());
        return Pages.seeOther("/admin/martial-law");
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, int status, Typed typed, List<ErrorLink> errors) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("declared", declared.of(visit.facility().code()));
        parameters.put("controls", MartialLawForm.controls(visit, typed, errors));
        parameters.put("errors", errors);
        return pages.show(request, status, "pages/martialLaw", parameters);
    }
}
