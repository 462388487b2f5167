package custody.web.api;

import custody.record.access.Action.Adding;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.record.law.Task;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.session.LawDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The law of one record: its clocks at any instant, and what is due now. */
@RestController
final class ClocksApi {
    private final RecordDesk desk;
    private final LawDesk law;

    ClocksApi(RecordDesk desk, LawDesk law) {
        this.desk = desk;
        this.law = law;
    }

    @ReadsQuery
    @NeedsOnRecord(General.READ_CLOCKS)
    @GetMapping("/api/v1/records/{id}/clocks")
    ResponseEntity<Map<String, @Nullable Object>> clocks(
            HttpServletRequest request, Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "clocks", General.READ_CLOCKS);
        Query query = new Query(request);
        query.only(Set.of("at", Query.PURPOSE));
        Instant asked = query.instant("at");
        query.finish();
        Instant at = asked == null ? visit.now() : asked;
        if (!LawDesk.within(at, visit.now())) {
            String latest = visit.now().plus(LawDesk.AHEAD).toString();
            Map<String, String> limits = Map.of("min", Query.EARLIEST + "-01-01", "max", latest);
            throw new ProblemFound(Problem.invalid(List.of(new FieldError("/at", Code.RANGE, limits))));
        }
        Optional<Board> board = law.board(visit, record, at);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", at.toString());
        json.put("pack", board.map(Board::under).map(LawShapes::pack).orElse(null));
        json.put(
                "clocks",
                board.filter(_ -> !at.isBefore(record.situation().apprehendedAt())).stream()
                        .flatMap(found -> found.clocks().stream())
                        .map(clock -> LawShapes.clock(clock, at, visit.wording().language()))
                        .toList());
        json.put("next", board.flatMap(Board::next).map(Instant::toString).orElse(null));
        return ResponseEntity.ok().eTag(Conditions.tag(record.version())).body(json);
    }

    @NeedsOnRecord(General.READ_CLOCKS)
    @GetMapping("/api/v1/records/{id}/tasks")
    ResponseEntity<Map<String, Object>> tasks(Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "tasks", General.READ_CLOCKS);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", visit.now().toString());
        json.put(
                "tasks",
                law.tasks(visit, record, visit.now()).stream()
                        .map(task -> LawShapes.task(
                                task,
                                permitted(task, record, visit),
                                visit.wording().language()))
                        .toList());
        return ResponseEntity.ok().eTag(Conditions.tag(record.version())).body(json);
    }

    private boolean permitted(Task task, CustodyRecord record, Visit visit) {
        return Stream.concat(Stream.of(task.kind()), task.otherKinds().stream())
                .map(Catalogue::kind)
                .flatMap(Optional::stream)
                .anyMatch(kind -> desk.may(visit, record, new Adding(kind)));
    }
}
