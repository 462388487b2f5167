package custody.web.api;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Parsed;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.desk.InCustody;
import custody.record.desk.Officers;
import custody.record.desk.Outcome;
import custody.record.desk.Page;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.events.FacilityCode;
import custody.record.events.RecordNumber;
import custody.record.events.Value;
import custody.record.law.Board;
import custody.record.law.Task;
import custody.record.law.Tasks;
import custody.record.places.Facility;
import custody.web.entry.BookingEntry;
import custody.web.entry.FacilityCameras;
import custody.web.entry.KnownHere;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.session.LawDesk;
import custody.web.session.Needs;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Records: open, read, search, and the whiteboard. */
@RestController
final class RecordsApi {
    private final CustodyRecords records;
    private final Facilities facilities;
    private final Officers officers;
    private final RecordDesk desk;
    private final LawDesk law;
    private final FacilityCameras cameras;

    RecordsApi(
            CustodyRecords records,
            Facilities facilities,
            Officers officers,
            RecordDesk desk,
            LawDesk law,
            FacilityCameras cameras) {
        this.records = records;
        this.facilities = facilities;
        this.officers = officers;
        this.desk = desk;
        this.law = law;
        this.cameras = cameras;
    }

    /** Whether one may open records depends on the facility that the body names: decided here. */
    @SignedInOnly
    @PostMapping("/api/v1/records")
    ResponseEntity<Map<String, Object>> open(
            HttpServletRequest request,
            Visit visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        byte[] body = Bodies.json(request);
        Writer writer = Requests.ofApi(visit.officer().badge(), "POST", "/api/v1/records", key, body);
        // Judged once, when it was written: see EventsApi.
        Optional<Outcome> before = records.answered(writer);
        return before.isPresent() ? Answers.opened(before.get(), visit) : openAnew(visit, body, writer);
    }

    private ResponseEntity<Map<String, Object>> openAnew(Visit visit, byte[] body, Writer writer) {
        JsonInput input = JsonInput.of(body);
        Map<String, Value> sent = input.deep(BookingEntry.NAMES);
        List<FieldError> later = new ArrayList<>();
        Optional<Facility> facility = facility(sent.remove("facility"), later);
        facility.ifPresent(found -> permit(visit, found.code(), General.OPEN_RECORD));
        KnownHere known = new KnownHere(officers, facility.orElse(visit.facility()), cameras);
        Parsed<Booking> parsed = BookingEntry.read(sent, known);
        if (parsed instanceof Parsed.Wrong<Booking> wrong) {
            later.addAll(wrong.errors());
        }
        List<FieldError> errors = input.errorsAnd(later);
        if (errors.isEmpty() && facility.isPresent() && parsed instanceof Parsed.Ok<Booking>(Booking booking)) {
            return Answers.opened(records.open(facility.get().code(), booking, writer), visit);
        }
        throw new ProblemFound(Problem.invalid(errors));
    }

    private Optional<Facility> facility(@Nullable Value sent, List<FieldError> errors) {
        if (sent == null) {
            errors.add(FieldError.of("/facility", Code.REQUIRED));
            return Optional.empty();
        }
        Optional<Facility> found = sent instanceof Value.Text(String code) ? facility(code) : Optional.empty();
        if (found.isEmpty()) {
            errors.add(FieldError.of("/facility", sent instanceof Value.Text ? Code.NOT_FOUND : Code.TYPE));
        }
        return found;
    }

    private Optional<Facility> facility(String code) {
        try {
            return facilities.find(new FacilityCode(code));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void permit(Visit visit, FacilityCode facility, General action) {
        if (Access.decide(visit.officer(), action, visit.relation(facility)) instanceof Access.Denied(var because)) {
            throw new ProblemFound(Problem.denied(because));
        }
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/api/v1/records/{id}")
    ResponseEntity<Map<String, Object>> read(Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "api", General.READ_RECORD);
        return ResponseEntity.ok()
                .eTag(Conditions.tag(record.version()))
                .body(Shapes.summary(new Summary(record.id(), record.number(), record.version(), visit.shown(record))));
    }

    @ReadsQuery
    @Needs(General.SEARCH)
    @GetMapping("/api/v1/records")
    ResponseEntity<Map<String, Object>> search(HttpServletRequest request, Visit visit) {
        Query query = new Query(request);
        Page<Summary> page = records.search(within(query.search(), visit), visit.reading("api"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", page.items().stream().map(Shapes::summary).toList());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        String next = page.next();
        if (next != null) {
            answer.header(HttpHeaders.LINK, query.next(next));
        }
        return answer.body(json);
    }

    /** A node may serve several facilities: a search finds what the visitor may search, and no more. */
    private Search within(Search asked, Visit visit) {
        for (FacilityCode wanted : asked.facilities()) {
            permit(visit, wanted, General.SEARCH);
        }
        List<FacilityCode> all = facilities.all().stream().map(Facility::code).toList();
        if (!asked.facilities().isEmpty() || all.stream().allMatch(code -> maySearch(visit, code))) {
            return asked;
        }
        // The door has judged this node's own facility: the set cannot be empty, which would mean everything.
        Set<FacilityCode> may = new HashSet<>(Set.of(visit.facility().code()));
        all.stream().filter(code -> maySearch(visit, code)).forEach(may::add);
        return asked.in(may);
    }

    private static boolean maySearch(Visit visit, FacilityCode code) {
        return Access.decide(visit.officer(), General.SEARCH, visit.relation(code))
                .permitted();
    }

    @Needs(General.READ_WHITEBOARD)
    @GetMapping("/api/v1/whiteboard")
    ResponseEntity<Map<String, Object>> whiteboard(Visit visit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facility", visit.facility().code().code());
        json.put("at", visit.now().toString());
        InCustody here = records.inCustody(visit.facility().code(), visit.reading("whiteboard"));
        List<CustodyRecord> present = here.records();
        Map<CustodyRecord, Board> boards = law.boards(visit, present);
        json.put(
                "records",
                present.stream()
                        .map(record -> onTheBoard(record, boards.get(record), visit))
                        .toList());
        json.put(
                "unreadable",
                here.unreadable().stream().map(RecordNumber::toString).toList());
        return ResponseEntity.ok(json);
    }

    private static Map<String, Object> onTheBoard(CustodyRecord record, @Nullable Board board, Visit visit) {
        Map<String, Object> json = Shapes.summary(Summary.of(record));
        if (board != null) {
            List<Task> tasks = Tasks.of(board, record.standing());
            json.put("tasks", tasks.size());
            json.put("tasksOverdue", tasks.stream().filter(Task::overdue).count());
            board.nextDue()
                    .ifPresent(clock -> json.put(
                            "nextDue", LawShapes.line(clock, visit.wording().language())));
        }
        return json;
    }
}
