package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.DeclaredMartialLaw.Declaration;
import custody.record.desk.Writer;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.web.components.ErrorLink;
import custody.web.forms.Typed;
import custody.web.session.Needs;
import custody.web.session.Requests;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Martial law at this node's facility, from when to when. */
@Controller
final class MartialLawController {
    private final Pages pages;
    private final DeclaredMartialLaw declared;
    private final Requests requests;

    MartialLawController(Pages pages, DeclaredMartialLaw declared, Requests requests) {
        this.pages = pages;
        this.declared = declared;
        this.requests = requests;
    }

    /** The form as it was typed, and under which key it is sent. */
    private record Filled(Typed typed, List<ErrorLink> errors, String key) {}

    @Needs(General.DECLARE_MARTIAL_LAW)
    @GetMapping("/admin/martial-law")
    ResponseEntity<String> page(HttpServletRequest request, Visit visit) {
        Typed today = Typed.nothing()
                .with("from.date", visit.times().date(visit.now()))
                .with("from.time", visit.times().time(visit.now()));
        return show(request, visit, 200, new Filled(today, List.of(), requests.freshKey()));
    }

    @Needs(General.DECLARE_MARTIAL_LAW)
    @PostMapping("/admin/martial-law")
    ResponseEntity<String> declare(HttpServletRequest request, Visit visit, @RequestParam String key) {
        Typed typed = Typed.of(request.getParameterMap());
        List<ErrorLink> errors = new ArrayList<>();
        Optional<FacilityMartialLaw> fact = MartialLawForm.read(visit, typed, errors);
        if (fact.isEmpty()) {
            return show(request, visit, 422, new Filled(typed, errors, key));
        }
        Writer writer =
                Requests.ofForm(visit.officer().badge(), request.getRequestURI(), key, request.getParameterMap());
        return switch (declared.declare(visit.facility().code(), fact.get(), writer)) {
            case Declaration.Stands _ -> Pages.seeOther("/admin/martial-law");
            case Declaration.KeyReused() -> {
                errors.add(new ErrorLink("form", visit.wording().say("form.key-reused")));
                yield show(request, visit, 409, new Filled(typed, errors, requests.freshKey()));
            }
        };
    }

    private ResponseEntity<String> show(HttpServletRequest request, Visit visit, int status, Filled filled) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("declared", declared.of(visit.facility().code()));
        parameters.put("controls", MartialLawForm.controls(visit, filled.typed(), filled.errors()));
        parameters.put("errors", filled.errors());
        parameters.put("key", filled.key());
        return pages.show(request, status, "pages/martialLaw", parameters);
    }
}
