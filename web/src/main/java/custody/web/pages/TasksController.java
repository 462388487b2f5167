package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation.Status;
import custody.record.law.Board;
import custody.record.law.Tasks;
import custody.web.law.TaskView;
import custody.web.law.TaskWords;
import custody.web.session.LawDesk;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is due on all records here, for whoever is signed in: what they may record themselves, or everything. What stays owed
 * after a release is among it.
 */
@Controller
final class TasksController {
    private final Pages pages;
    private final CustodyRecords records;
    private final RecordDesk desk;
    private final LawDesk law;

    TasksController(Pages pages, CustodyRecords records, RecordDesk desk, LawDesk law) {
        this.pages = pages;
        this.records = records;
        this.desk = desk;
        this.law = law;
    }

    @Needs(General.READ_WHITEBOARD)
    @GetMapping("/tasks")
    ResponseEntity<String> page(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String added,
            @RequestParam(defaultValue = "") String record) {
        Map<String, Object> parameters = tasks(visit, !all.isEmpty());
        parameters.put("receipt", receipt(added, record));
        return pages.show(request, "pages/tasks", parameters);
    }

    /** Address of the receipt of an entry just made; empty where none was, or where somebody tampered with the address. */
    static String receipt(String added, String record) {
        boolean sound = added.matches("[1-9][0-9]{0,8}") && record.matches("[0-9a-f-]{36}");
        return sound ? "/records/" + record + "/receipts/" + added : "";
    }

    /** What a page that is open fetches when something changed. */
    @Needs(General.READ_WHITEBOARD)
    @GetMapping("/live/tasks")
    ResponseEntity<String> fragment(
            HttpServletRequest request, Visit visit, @RequestParam(defaultValue = "") String all) {
        return pages.show(request, "pages/taskList", tasks(visit, !all.isEmpty()));
    }

    /** That somebody is no longer here stands beside the name, or it would be looked for in the cells. */
    private static String gone(CustodyRecord record, Visit visit) {
        Status status = record.situation().status();
        return status.ended() ? " · " + visit.wording().constant(status) : "";
    }

    private Map<String, Object> tasks(Visit visit, boolean all) {
        List<CustodyRecord> present =
                new ArrayList<>(records.inCustody(visit.facility().code(), visit.reading("tasks"))
                        .records());
        present.addAll(records.owing(visit.facility().code(), visit.now(), visit.reading("tasks")));
        TaskWords words = new TaskWords(visit, desk, "tasks");
        List<TaskView> found = new ArrayList<>();
        for (Map.Entry<CustodyRecord, Board> entry : law.boards(visit, present).entrySet()) {
            CustodyRecord record = entry.getKey();
            String person = PersonNames.full(record.situation().person(), visit.wording()) + ", № "
                    + record.number().running() + gone(record, visit);
            Tasks.of(entry.getValue(), record.standing()).forEach(task -> found.add(words.of(task, record, person)));
        }
        found.sort(Comparator.comparing(TaskView::dueAt));
        List<TaskView> mine =
                found.stream().filter(task -> !task.ways().isEmpty()).toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tasks", all ? found : mine);
        parameters.put("all", all);
        parameters.put("mine", mine.size());
        parameters.put("total", found.size());
        return parameters;
    }
}
