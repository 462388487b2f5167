package custody.web.api;

import custody.record.catalogue.Wire;
import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Event;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Visit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** What becomes of a wish to write, as a response. */
final class Answers {
    static final String RECORDS = "/api/v1/records";

    private Answers() {}

    static ResponseEntity<Map<String, Object>> opened(Outcome outcome, Visit visit) {
        return switch (outcome) {
            case Outcome.Stored stored -> {
                CustodyRecord record = stored.record();
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", record.id().toString());
                yield created(json, stored, RECORDS + "/" + record.id());
            }
            case Outcome.Refused _, Outcome.Invalid _, Outcome.Conflict _, Outcome.NotFound _, Outcome.KeyReused _ ->
                refused(outcome, visit);
        };
    }

    static ResponseEntity<Map<String, Object>> added(Outcome outcome, Draft draft, Visit visit) {
        return switch (outcome) {
            case Outcome.Stored stored -> stored(stored);
            case Outcome.Refused(var refusal) -> {
                Problem problem = Problem.refused(refusal).at(RefusedFields.of(refusal, draft));
                yield ApiProblems.answer(problem, ApiProblems.json(problem, visit));
            }
            case Outcome.Invalid _, Outcome.Conflict _, Outcome.NotFound _, Outcome.KeyReused _ ->
                refused(outcome, visit);
        };
    }

    /** What a request that was sent before is answered again: as the first time, and with no more than that. */
    static ResponseEntity<Map<String, Object>> repeated(Outcome outcome, Visit visit) {
        return outcome instanceof Outcome.Stored stored ? stored(stored) : refused(outcome, visit);
    }

    private static ResponseEntity<Map<String, Object>> stored(Outcome.Stored stored) {
        Event event = stored.added().getLast();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", event.id().toString());
        json.put("record", stored.record().id().toString());
        return created(json, stored, RECORDS + "/" + stored.record().id() + "/events/" + event.id());
    }

    private static ResponseEntity<Map<String, Object>> created(
            Map<String, Object> json, Outcome.Stored stored, String location) {
        int version = stored.added().getLast().version();
        Receipt receipt = stored.receipts().getLast();
        json.put("number", stored.record().number().toString());
        json.put("version", version);
        json.put("receipt", Shapes.receipt(receipt));
        json.put("receipts", stored.receipts().stream().map(Shapes::receipt).toList());
        json.put("state", Wire.name(receipt.state()));
        return ResponseEntity.created(URI.create(location))
                .eTag(Conditions.tag(version))
                .body(json);
    }

    private static ResponseEntity<Map<String, Object>> refused(Outcome outcome, Visit visit) {
        Problem problem = switch (outcome) {
            case Outcome.Stored _ -> throw new IllegalStateException("stored is no refusal");
            case Outcome.Refused(var refusal) -> Problem.refused(refusal);
            case Outcome.Invalid(var errors) -> Problem.invalid(errors);
            case Outcome.Conflict _ -> Problem.of(ProblemName.VERSION_CONFLICT);
            case Outcome.NotFound _ -> throw new ProblemFound(ProblemName.NOT_FOUND);
            case Outcome.KeyReused _ -> Problem.of(ProblemName.KEY_REUSED);
        };
        Map<String, Object> json = ApiProblems.json(problem, visit);
        if (outcome instanceof Outcome.Conflict(int version, List<Event> since)) {
            json.put("version", version);
            json.put("since", since.stream().map(Shapes::outline).toList());
        }
        return ApiProblems.answer(problem, json);
    }
}
