package custody.web.pages;

import custody.record.access.Action.Adding;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.record.law.Task;
import custody.record.law.Tasks;
import custody.web.law.TaskWords;
import custody.web.session.LawDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Leads from an alert to the form that does what its rule asks now. An alert is older than its record: what is still to be
 * done, and with which values, is judged when somebody goes to do it.
 */
@Controller
final class TaskController {
    private final RecordDesk desk;
    private final LawDesk law;

    TaskController(RecordDesk desk, LawDesk law) {
        this.desk = desk;
        this.law = law;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/records/{id}/tasks/{rule}")
    ResponseEntity<String> lead(
            Visit visit, @PathVariable String id, @PathVariable String rule, @RequestParam Map<String, String> asked) {
        CustodyRecord record = desk.read(visit, id, "tasks", General.READ_RECORD);
        Optional<Board> board = law.board(visit, record, visit.now());
        List<Task> tasks =
                board.map(found -> Tasks.of(found, rule, record.standing())).orElse(List.of());
        Return back = Return.named(asked.getOrDefault(Return.PARAMETER, ""));
        return Pages.seeOther(tasks.stream()
                .flatMap(TaskController::ways)
                .filter(way -> Catalogue.kind(way.kind())
                        .filter(kind -> desk.may(visit, record, new Adding(kind)))
                        .isPresent())
                .findFirst()
                .map(way -> TaskWords.form(record, way.kind(), way.prefilled(), back.parameter()))
                .orElse("/records/" + record.id() + "#tasks"));
    }

    private static Stream<Task.Way> ways(Task task) {
        return Stream.concat(Stream.of(new Task.Way(task.kind(), task.prefilled())), task.others().stream());
    }
}
