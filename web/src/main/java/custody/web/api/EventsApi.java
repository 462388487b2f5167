package custody.web.api;

import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Parsed;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Value;
import custody.record.places.Facility;
import custody.web.entry.EventEntry;
import custody.web.entry.FacilityCameras;
import custody.web.entry.KnownHere;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.CellDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Events of a record: add one, list them. */
@RestController
final class EventsApi {
    private static final Set<String> AT_THE_TOP =
            Stream.concat(Stream.of("kind"), EventEntry.COMMON.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LIST = Set.of("kind", "from", "to", "cursor", "limit", Query.PURPOSE);

    private final CustodyRecords records;
    private final Facilities facilities;
    private final Officers officers;
    private final RecordDesk desk;
    private final CellDesk cells;
    private final FacilityCameras cameras;

    EventsApi(
            CustodyRecords records,
            Facilities facilities,
            Officers officers,
            RecordDesk desk,
            CellDesk cells,
            FacilityCameras cameras) {
        this.records = records;
        this.facilities = facilities;
        this.officers = officers;
        this.desk = desk;
        this.cells = cells;
        this.cameras = cameras;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @PostMapping("/api/v1/records/{id}/events")
    ResponseEntity<Map<String, Object>> add(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        byte[] body = Bodies.json(request);
        Writer writer = Requests.ofApi(visit.officer().badge(), "POST", request.getRequestURI(), key, body);
        // Judged once, when it was written: whoever lost the right or the answer since is not to write it twice.
        Optional<Outcome> before = records.answered(writer);
        if (before.isPresent()) {
            return Answers.repeated(before.get(), visit);
        }
        JsonInput input = JsonInput.of(body);
        Integer expected = Conditions.expected(match);
        return desk.toWrite(visit, id, record -> addAnew(visit, record, input, expected, writer));
    }

    private ResponseEntity<Map<String, Object>> addAnew(
            Visit visit, CustodyRecord record, JsonInput input, @Nullable Integer expected, Writer writer) {
        Map<String, Value> common = input.flat(List.of("fields"), AT_THE_TOP);
        EventKind kind = kind(common.remove("kind"), input.errors());
        Map<String, Value> fields = input.nested("fields", names(kind));
        CorrectionDoor door = new CorrectionDoor(desk, visit, record);
        permit(door, kind, fields);
        Facility facility = facilities.find(record.number().facility()).orElse(visit.facility());
        KnownHere known = new KnownHere(officers, facility, cameras);
        Parsed<Draft> parsed = corrected(door, kind, fields)
                .map(of -> EventEntry.correction(of, common, fields, known, visit.now()))
                .orElseGet(() -> EventEntry.read(kind, common, fields, known, visit.now()));
        List<FieldError> errors =
                input.errorsAnd(parsed instanceof Parsed.Wrong<Draft>(List<FieldError> found) ? found : List.of());
        if (errors.isEmpty() && parsed instanceof Parsed.Ok<Draft>(Draft draft)) {
            door.permit(draft);
            Outcome outcome = cells.inTurn(
                    draft,
                    () -> cells.against(visit, record, draft)
                            .map(problem -> records.answered(writer).orElseThrow(() -> new ProblemFound(problem)))
                            .orElseGet(() -> records.add(record.id(), draft, expected, writer)));
            return Answers.added(outcome, draft, visit);
        }
        throw new ProblemFound(Problem.invalid(errors));
    }

    private static Set<String> names(EventKind kind) {
        return kind.fields().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<EventKind> corrected(CorrectionDoor door, EventKind kind, Map<String, Value> fields) {
        return kind.type().equals(Correction.class) ? door.corrected(fields) : Optional.empty();
    }

    private void permit(CorrectionDoor door, EventKind kind, Map<String, Value> fields) {
        if (kind.type().equals(Correction.class)) {
            door.permit(fields);
        } else {
            desk.require(door.visit(), door.record(), new Action.Adding(kind));
        }
    }

    private static EventKind kind(@Nullable Value sent, List<FieldError> errors) {
        if (sent == null) {
            List<FieldError> all = new ArrayList<>(errors);
            all.add(FieldError.of("/kind", Code.REQUIRED));
            throw new ProblemFound(Problem.invalid(all));
        }
        Optional<EventKind> kind = sent instanceof Value.Text(String name) ? Catalogue.kind(name) : Optional.empty();
        return kind.orElseThrow(() -> {
            List<FieldError> all = new ArrayList<>(errors);
            all.add(FieldError.of("/kind", sent instanceof Value.Text ? Code.NOT_FOUND : Code.TYPE));
            return new ProblemFound(Problem.invalid(all));
        });
    }

    @ReadsQuery
    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/api/v1/records/{id}/events")
    ResponseEntity<Map<String, Object>> list(HttpServletRequest request, Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "api", General.READ_RECORD);
        Query query = new Query(request);
        query.only(LIST);
        String kind = query.kind();
        Instant from = query.instant("from");
        Instant to = query.instant("to");
        int limit = query.limit();
        int after = query.after();
        query.finish();
        List<Event> wanted = record.events().stream()
                .filter(event -> event.version() > after)
                .filter(event ->
                        kind == null || Catalogue.kind(event.fact()).name().equals(kind))
                .filter(event -> from == null || !event.occurredAt().isBefore(from))
                .filter(event -> to == null || event.occurredAt().isBefore(to))
                .toList();
        List<Event> shown = wanted.subList(0, Math.min(limit, wanted.size()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "events",
                shown.stream().map(event -> shown(event, record, visit)).toList());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(Conditions.tag(record.version()));
        if (shown.size() < wanted.size()) {
            answer.header(
                    HttpHeaders.LINK,
                    query.next(Integer.toString(shown.getLast().version())));
        }
        return answer.body(json);
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/api/v1/records/{id}/events/{event}")
    ResponseEntity<Map<String, Object>> one(Visit visit, @PathVariable String id, @PathVariable String event) {
        CustodyRecord record = desk.read(visit, id, "api", General.READ_RECORD);
        return record.events().stream()
                .filter(candidate -> candidate.id().toString().equals(event))
                .findFirst()
                .map(found -> ResponseEntity.ok(shown(found, record, visit)))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private static Map<String, Object> shown(Event event, CustodyRecord record, Visit visit) {
        Relation relation = visit.relation(record);
        Role role = Role.of(visit.officer().category());
        boolean full = Visible.to(role, relation, event, record::event) == Visible.FULL;
        Map<String, Object> json = full ? Shapes.event(event) : Shapes.outline(event);
        json.put("shown", full ? "full" : "outline");
        return json;
    }
}
