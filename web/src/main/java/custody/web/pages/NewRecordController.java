package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.web.forms.BookingForm;
import custody.web.forms.Mistakes;
import custody.web.forms.People;
import custody.web.forms.Typed;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new record in six fields. */
@Controller
final class NewRecordController {
    private static final String PATH = "/records/new";

    private final Pages pages;
    private final CustodyRecords records;
    private final Officers officers;
    private final Requests requests;
    private final RecordDesk desk;
    private final StoredBefore stored;

    NewRecordController(
            Pages pages,
            CustodyRecords records,
            Officers officers,
            Requests requests,
            RecordDesk desk,
            StoredBefore stored) {
        this.pages = pages;
        this.records = records;
        this.officers = officers;
        this.requests = requests;
        this.desk = desk;
        this.stored = stored;
    }

    @Needs(General.OPEN_RECORD)
    @GetMapping(PATH)
    ResponseEntity<String> form(HttpServletRequest request, Visit visit) {
        BookingForm form = form(visit);
        return show(request, 200, form, form.prefilled(), new Mistakes(visit.wording()), requests.freshKey());
    }

    /** Whether one may is decided here: a form that was sent before is answered as the first time. */
    @SignedInOnly
    @PostMapping(PATH)
    ResponseEntity<String> open(HttpServletRequest request, Visit visit, @RequestParam String key) {
        Writer writer = Requests.ofForm(visit.officer().badge(), PATH, key, request.getParameterMap());
        Optional<ResponseEntity<String>> before =
                stored.before(request, visit, writer, (record, _) -> "/records/" + record + "?added=1");
        return before.orElseGet(() -> openAnew(request, visit, key, writer));
    }

    private ResponseEntity<String> openAnew(HttpServletRequest request, Visit visit, String key, Writer writer) {
        desk.requireHere(visit, General.OPEN_RECORD, PATH);
        BookingForm form = form(visit);
        Typed typed = Typed.of(request.getParameterMap());
        Mistakes mistakes = new Mistakes(visit.wording());
        Optional<Booking> booking = form.read(typed, mistakes);
        if (booking.isEmpty()) {
            return show(request, 422, form, typed, mistakes, key);
        }
        return switch (records.open(visit.facility().code(), booking.get(), writer)) {
            case Outcome.Stored stored ->
                Pages.seeOther("/records/" + stored.record().id() + "?added=1");
            case Outcome.Invalid invalid -> {
                mistakes.add(invalid.errors());
                yield show(request, 422, form, typed, mistakes, key);
            }
            case Outcome.Refused(var refusal) -> {
                mistakes.add("/form", Problem.refused(refusal).detail(visit.wording(), visit.times()));
                yield show(request, 409, form, typed, mistakes, key);
            }
            case Outcome.KeyReused _ -> {
                mistakes.add("/form", visit.wording().say("form.key-reused"));
                yield show(request, 409, form, typed, mistakes, requests.freshKey());
            }
            case Outcome.Conflict _, Outcome.NotFound _ -> throw new ProblemFound(ProblemName.NOT_FOUND);
        };
    }

    private BookingForm form(Visit visit) {
        return new BookingForm(visit, People.of(visit, officers));
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, int status, BookingForm form, Typed typed, Mistakes mistakes, String key) {
        List<?> sections = form.sections(typed, mistakes);
        return pages.show(
                request,
                status,
                "pages/newRecord",
                Map.of("sections", sections, "errors", mistakes.summary(), "key", key));
    }
}
