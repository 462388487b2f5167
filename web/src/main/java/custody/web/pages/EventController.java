package custody.web.pages;

import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.WholeMinute;
import custody.record.events.Event;
import custody.web.entry.FacilityCameras;
import custody.web.forms.EventForm;
import custody.web.forms.Mistakes;
import custody.web.forms.People;
import custody.web.forms.Remembered;
import custody.web.forms.Typed;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.CellDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding one event: choosing the kind, filling in its form, and what comes of it. */
@Controller
final class EventController {
    private final EventPages pages;
    private final RecordDesk desk;
    private final CustodyRecords records;
    private final Officers officers;
    private final FacilityCameras cameras;
    private final Requests requests;
    private final CellDesk cells;
    private final StoredBefore stored;

    EventController(
            EventPages pages,
            RecordDesk desk,
            CustodyRecords records,
            Officers officers,
            FacilityCameras cameras,
            Requests requests,
            CellDesk cells,
            StoredBefore stored) {
        this.pages = pages;
        this.desk = desk;
        this.records = records;
        this.officers = officers;
        this.cameras = cameras;
        this.requests = requests;
        this.cells = cells;
        this.stored = stored;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/records/{id}/events/new")
    ResponseEntity<String> choose(HttpServletRequest request, Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "entry-form", General.READ_RECORD);
        return pages.choose(request, visit, record, action -> desk.may(visit, record, action));
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/records/{id}/events/new/{kind}")
    ResponseEntity<String> form(
            HttpServletRequest request, Visit visit, @PathVariable String id, @PathVariable String kind) {
        EventKind wanted = kind(kind);
        CustodyRecord record = desk.read(visit, id, "entry-form", General.READ_RECORD);
        desk.require(visit, record, new Action.Adding(wanted));
        EventForm form = new EventForm(wanted, visit, People.of(visit, officers, cameras));
        return pages.form(
                request,
                200,
                new Filling(
                        wanted,
                        record,
                        prefilled(visit, record, form.prefilled(), wanted, request),
                        new Mistakes(visit.wording()),
                        requests.freshKey(),
                        List.of()));
    }

    @NeedsOnRecord(General.READ_RECORD)
    @PostMapping("/records/{id}/events/new/{kind}")
    ResponseEntity<String> add(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam String key,
            @RequestParam int version) {
        EventKind wanted = kind(kind);
        Typed typed = Typed.of(request.getParameterMap());
        Writer writer =
                Requests.ofForm(visit.officer().badge(), request.getRequestURI(), key, request.getParameterMap());
        Optional<ResponseEntity<String>> before = stored.before(
                request, visit, writer, (record, added) -> Return.of(typed).path(record, added));
        return before.orElseGet(() -> addAnew(request, visit, new Form(id, wanted, typed, key, version), writer));
    }

    /** A form as it was sent. */
    private record Form(String record, EventKind kind, Typed typed, String key, int version) {}

    private ResponseEntity<String> addAnew(HttpServletRequest request, Visit visit, Form sent, Writer writer) {
        EventKind wanted = sent.kind();
        Typed typed = sent.typed();
        CustodyRecord record = desk.read(visit, sent.record(), "entry-form", General.READ_RECORD);
        desk.require(visit, record, new Action.Adding(wanted));
        Mistakes mistakes = new Mistakes(visit.wording());
        EventForm form = new EventForm(wanted, visit, People.of(visit, officers, cameras));
        Optional<Draft> draft = form.read(typed, mistakes).map(read -> placed(visit, record, read));
        Filling filling = new Filling(wanted, record, typed, mistakes, sent.key(), List.of());
        if (draft.isEmpty()) {
            return pages.form(request, 422, filling);
        }
        Judged judged = cells.inTurn(draft.get(), () -> judged(visit, record, draft.get(), sent, writer));
        return switch (judged) {
            case Judged.Answered(Outcome outcome) -> answer(request, visit, filling, outcome);
            case Judged.Unsuitable(Problem problem) ->
                pages.form(request, problem.status(), filling.against(problem, visit));
        };
    }

    /** What became of an entry, its cell considered. */
    private sealed interface Judged {
        record Answered(Outcome outcome) implements Judged {}

        record Unsuitable(Problem problem) implements Judged {}
    }

    private Judged judged(Visit visit, CustodyRecord record, Draft draft, Form sent, Writer writer) {
        Optional<Problem> unsuitable = cells.against(visit, record, draft);
        if (unsuitable.isEmpty()) {
            return new Judged.Answered(records.add(record.id(), draft, sent.version(), writer));
        }
        return records.answered(writer)
                .<Judged>map(Judged.Answered::new)
                .orElseGet(() -> new Judged.Unsuitable(unsuitable.get()));
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Visit visit, Filling filling, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored ->
                Pages.seeOther(Return.of(filling.typed())
                        .path(filling.record().id(), stored.added().getLast().version()));
            case Outcome.Invalid invalid -> {
                filling.mistakes().add(invalid.errors());
                yield pages.form(request, 422, filling);
            }
            case Outcome.Refused(var refusal) -> {
                filling.mistakes().refused(refusal, visit.times());
                yield pages.form(request, 409, filling);
            }
            case Outcome.Conflict(int _, List<Event> since) -> pages.form(request, 409, filling.since(since));
            case Outcome.KeyReused _ -> {
                filling.mistakes().add("/form", visit.wording().say("form.key-reused"));
                yield pages.form(request, 409, filling.withKey(requests.freshKey()));
            }
            case Outcome.NotFound _ -> throw new ProblemFound(ProblemName.NOT_FOUND);
        };
    }

    /** What a task or a flag, the record and the facility already know of the entry stands in the form, to be changed. */
    private static Typed prefilled(
            Visit visit, CustodyRecord record, Typed form, EventKind kind, HttpServletRequest request) {
        Typed asked = Typed.of(request.getParameterMap());
        Typed all = form;
        for (Field field : kind.fields()) {
            String name = "fields." + field.name();
            if (!asked.all(name).isEmpty()) {
                all = all.with(name, asked.all(name));
            }
        }
        Relation relation = visit.relation(record);
        Role role = Role.of(visit.officer().category());
        List<Event> seen = record.standing().stream()
                .filter(event -> Visible.to(role, relation, event, record::event) == Visible.FULL)
                .toList();
        Remembered remembered = new Remembered(seen, visit.facility().serving());
        for (Map.Entry<String, List<String>> known : remembered.of(kind, all).entrySet()) {
            all = all.with("fields." + known.getKey(), known.getValue());
        }
        return all.with(Return.PARAMETER, asked.one(Return.PARAMETER));
    }

    private static Draft placed(Visit visit, CustodyRecord record, Draft typed) {
        return WholeMinute.placed(record, typed, visit.now(), visit.officer().badge());
    }

    private static EventKind kind(String name) {
        return Catalogue.kind(name)
                .filter(kind -> !kind.name().equals("correction"))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }
}
