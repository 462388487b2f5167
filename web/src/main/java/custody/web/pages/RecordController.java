package custody.web.pages;

import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.record.law.Tasks;
import custody.web.forms.People;
import custody.web.law.ClockBoard;
import custody.web.law.ClockWords;
import custody.web.law.FlagWords;
import custody.web.law.LawWords;
import custody.web.law.TaskWords;
import custody.web.law.WayView;
import custody.web.session.LawDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One record: who it is, how things stand, and everything that happened. */
@Controller
final class RecordController {
    /** So many events are on the page at once; a stay of days has hundreds. */
    private static final int SHOWN = 100;

    private final Pages pages;
    private final RecordDesk desk;
    private final LawDesk law;
    private final CustodyRecords records;
    private final Officers officers;
    private final ObjectProvider<RecordFilms> films;

    RecordController(
            Pages pages,
            RecordDesk desk,
            LawDesk law,
            CustodyRecords records,
            Officers officers,
            ObjectProvider<RecordFilms> films) {
        this.pages = pages;
        this.desk = desk;
        this.law = law;
        this.records = records;
        this.officers = officers;
        this.films = films;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/records/{id}")
    ResponseEntity<String> page(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String added) {
        Map<String, Object> parameters = parameters(visit, id, "record-page", group, !all.isEmpty());
        parameters.put("added", added);
        return pages.show(request, "pages/record", parameters);
    }

    /** What a page that is open fetches when something changed; a look too, but not one that somebody took by hand. */
    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/live/records/{id}")
    ResponseEntity<String> fragment(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String all) {
        return pages.show(request, "pages/recordBody", parameters(visit, id, LookLine.REFRESH, group, !all.isEmpty()));
    }

    private Map<String, Object> parameters(Visit visit, String id, String what, String group, boolean all) {
        CustodyRecord record = desk.read(visit, id, what, General.READ_RECORD);
        People people = People.of(visit, officers);
        List<TimelineItem> items =
                new Timeline(record, visit, people, records.receipts(record.id()), law.law()).items();
        List<TimelineItem> wanted = items.stream()
                .filter(item -> group.isEmpty() || item.group().equals(group))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", RecordView.of(record, visit, people));
        parameters.put("items", all || wanted.size() <= SHOWN ? wanted : wanted.subList(0, SHOWN));
        parameters.put("total", wanted.size());
        parameters.put("films", group.isEmpty() ? films(record, visit, wanted) : Map.of());
        parameters.put(
                "addFilm",
                films.stream()
                        .flatMap(source -> source.adding(record, visit).stream())
                        .findFirst()
                        .orElse(""));
        parameters.put("groups", Timeline.groups(items, visit.wording()));
        parameters.put("group", group);
        parameters.put("all", all);
        law(parameters, record, visit, people);
        parameters.put("actions", QuickActions.of(record, action -> desk.may(visit, record, action), visit));
        parameters.put("mayAdd", mayAdd(visit, record));
        return parameters;
    }

    private Map<String, List<FilmLine>> films(CustodyRecord record, Visit visit, List<TimelineItem> items) {
        List<FilmLine> all = films.stream()
                .flatMap(source -> source.of(record, visit).stream())
                .toList();
        return FilmLine.among(items, all);
    }

    /** Clocks, tasks, flags and the way; a record that no pack judges has flags and the way alone. */
    private void law(Map<String, Object> parameters, CustodyRecord record, Visit visit, People people) {
        Optional<Board> board = law.board(visit, record, visit.now());
        LawWords words = LawWords.of(visit);
        board.ifPresent(found ->
                parameters.put("clocks", ClockBoard.of(found, new ClockWords(record, words, visit.now()), words)));
        TaskWords tasks = new TaskWords(visit, desk, "record");
        parameters.put(
                "tasks",
                board.map(found -> Tasks.of(found, record.standing())).orElse(List.of()).stream()
                        .map(task -> tasks.of(task, record, ""))
                        .toList());
        parameters.put(
                "flags",
                new FlagWords(record, visit, desk, people, new SystemWords(visit, people, law.law())::detail).flags());
        parameters.put("way", WayView.of(record, visit));
    }

    private boolean mayAdd(Visit visit, CustodyRecord record) {
        return Catalogue.kinds().stream().anyMatch(kind -> desk.may(visit, record, new Action.Adding(kind)));
    }
}
