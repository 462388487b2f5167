package custody.web.pages;

import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Entry;
import custody.record.detention.WholeMinute;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.web.entry.FacilityCameras;
import custody.web.forms.CorrectionForm;
import custody.web.forms.Mistakes;
import custody.web.forms.People;
import custody.web.forms.Typed;
import custody.web.pages.TimelineItem.Change;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.CellDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting an event right: first what would change is shown, then it is added beside the original. */
@Controller
final class CorrectionController {
    private static final String PATH = "/records/{id}/events/{version}/correct";

    private final Pages pages;
    private final RecordDesk desk;
    private final CustodyRecords records;
    private final Officers officers;
    private final FacilityCameras cameras;
    private final Requests requests;
    private final StoredBefore stored;
    private final CellDesk cells;

    CorrectionController(
            Pages pages,
            RecordDesk desk,
            CustodyRecords records,
            Officers officers,
            FacilityCameras cameras,
            Requests requests,
            StoredBefore stored,
            CellDesk cells) {
        this.pages = pages;
        this.desk = desk;
        this.records = records;
        this.officers = officers;
        this.cameras = cameras;
        this.requests = requests;
        this.stored = stored;
        this.cells = cells;
    }

    /** What is being corrected, by whom, and what was typed so far. */
    private record Correcting(
            CustodyRecord record, Entry entry, People people, Visit visit, Typed typed, Mistakes mistakes, String key) {
        CorrectionForm form() {
            return new CorrectionForm(entry, visit, people);
        }

        Correcting typed(Typed fresh) {
            return new Correcting(record, entry, people, visit, fresh, mistakes, key);
        }

        Correcting key(String fresh) {
            return new Correcting(record, entry, people, visit, typed, mistakes, fresh);
        }
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping(PATH)
    ResponseEntity<String> form(
            HttpServletRequest request, Visit visit, @PathVariable String id, @PathVariable String version) {
        Correcting correcting = correcting(visit, id, version, Typed.nothing(), requests.freshKey());
        return show(request, 200, correcting.typed(correcting.form().prefilled()), List.of(), List.of());
    }

    @NeedsOnRecord(General.READ_RECORD)
    @PostMapping(PATH)
    ResponseEntity<String> correct(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam String key,
            @RequestParam(name = "version") int seen,
            @RequestParam(defaultValue = "") String confirm) {
        Writer writer =
                Requests.ofForm(visit.officer().badge(), request.getRequestURI(), key, request.getParameterMap());
        Optional<ResponseEntity<String>> before =
                stored.before(request, visit, writer, (record, added) -> "/records/" + record + "?added=" + added);
        return before.orElseGet(() -> correctAnew(
                request,
                correcting(visit, id, version, Typed.of(request.getParameterMap()), key),
                seen,
                confirm,
                writer));
    }

    private ResponseEntity<String> correctAnew(
            HttpServletRequest request, Correcting correcting, int seen, String confirm, Writer writer) {
        Visit visit = correcting.visit();
        Optional<Draft> draft = correcting
                .form()
                .read(correcting.typed(), correcting.mistakes())
                .map(read -> WholeMinute.placed(
                        correcting.record(), read, visit.now(), visit.officer().badge()));
        if (draft.isEmpty()) {
            return show(request, 422, correcting, List.of(), List.of());
        }
        // Enter in a field presses the first button: what was typed since it was shown is shown again, not stored.
        if (!confirm.equals(typed(request))) {
            return show(request, 200, correcting, changes(correcting, draft.get()), List.of());
        }
        return cells.inTurn(draft.get(), () -> judged(request, correcting, draft.get(), seen, writer));
    }

    /** What comes of a correction, the cell considered into which it would put the person. */
    private ResponseEntity<String> judged(
            HttpServletRequest request, Correcting correcting, Draft draft, int seen, Writer writer) {
        CustodyRecord record = correcting.record();
        Visit visit = correcting.visit();
        Optional<Problem> unsuitable = cells.against(visit, record, draft)
                .filter(_ -> records.answered(writer).isEmpty());
        if (unsuitable.isEmpty()) {
            return answer(request, correcting, records.add(record.id(), draft, seen, writer));
        }
        Problem problem = unsuitable.get();
        correcting.mistakes().unsuitable(CorrectionForm.inForm(problem.errors()), Filling.unsuitable(problem, visit));
        return show(request, problem.status(), correcting, List.of(), List.of());
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Correcting correcting, Outcome outcome) {
        Mistakes mistakes = correcting.mistakes();
        return switch (outcome) {
            case Outcome.Stored stored ->
                Pages.seeOther("/records/" + correcting.record().id() + "?added="
                        + stored.added().getLast().version());
            case Outcome.Invalid invalid -> {
                mistakes.add(CorrectionForm.inForm(invalid.errors()));
                yield show(request, 422, correcting, List.of(), List.of());
            }
            case Outcome.Refused(var refusal) -> {
                mistakes.refused(refusal, correcting.visit().times());
                yield show(request, 409, correcting, List.of(), List.of());
            }
            case Outcome.Conflict(int _, List<Event> since) -> show(request, 409, correcting, List.of(), since);
            case Outcome.KeyReused _ -> {
                mistakes.add("/form", correcting.visit().wording().say("form.key-reused"));
                yield show(request, 409, correcting.key(requests.freshKey()), List.of(), List.of());
            }
            case Outcome.NotFound _ -> throw new ProblemFound(ProblemName.NOT_FOUND);
        };
    }

    /** Names what was typed, so that only what was shown is added. */
    private static String typed(HttpServletRequest request) {
        Set<String> butNot = Set.of("_csrf", "version", "key", "step", "confirm");
        return Requests.content(request.getRequestURI(), request.getParameterMap(), butNot);
    }

    private Correcting correcting(Visit visit, String id, String version, Typed typed, String key) {
        CustodyRecord record = desk.read(visit, id, "correction-form", General.READ_RECORD);
        Entry entry = record.entries().stream()
                .filter(candidate ->
                        Integer.toString(candidate.original().version()).equals(version))
                .findFirst()
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        EventKind kind = Catalogue.kind(entry.original().fact());
        desk.require(visit, record, new Action.Correcting(kind));
        People people = People.of(visit, officers, cameras);
        return new Correcting(record, entry, people, visit, typed, new Mistakes(visit.wording()), key);
    }

    /** What the correction would change, against what stands now. */
    private static List<Change> changes(Correcting correcting, Draft draft) {
        return new CorrectionLines(
                        correcting.entry(), true, correcting.visit(), correcting.people(), correcting.record()::event)
                .changes((Correction) draft.fact());
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, int status, Correcting correcting, List<Change> changes, List<Event> since) {
        Visit visit = correcting.visit();
        Event standing = correcting.entry().standing();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", RecordView.of(correcting.record(), visit, correcting.people()));
        parameters.put("title", visit.wording().kind(Catalogue.kind(standing.fact())));
        parameters.put("occurred", EventWords.occurred(standing.occurrence(), visit.times()));
        parameters.put("action", request.getRequestURI());
        parameters.put(
                "sections", correcting.form().sections(correcting.record(), correcting.typed(), correcting.mistakes()));
        parameters.put("errors", correcting.mistakes().summary());
        parameters.put("key", correcting.key());
        parameters.put("changes", changes);
        parameters.put("shown", typed(request));
        parameters.put("since", EventPages.since(since, visit, correcting.people()));
        return pages.show(request, status, "pages/correction", parameters);
    }
}
