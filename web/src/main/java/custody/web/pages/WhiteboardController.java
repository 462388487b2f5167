package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.record.desk.InCustody;
import custody.record.desk.Summary;
import custody.record.detention.CustodyRecord;
import custody.web.law.RowLaw;
import custody.web.session.LawDesk;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whiteboard, home: everyone in custody here. */
@Controller
final class WhiteboardController {
    private final Pages pages;
    private final CustodyRecords records;
    private final RecordDesk desk;
    private final LawDesk law;

    WhiteboardController(Pages pages, CustodyRecords records, RecordDesk desk, LawDesk law) {
        this.pages = pages;
        this.records = records;
        this.desk = desk;
        this.law = law;
    }

    /** Home; whoever has no whiteboard is shown the way to what they have. */
    @SignedInOnly
    @GetMapping("/")
    ResponseEntity<String> whiteboard(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String filter) {
        if (!Destination.may(visit, General.READ_WHITEBOARD)) {
            return pages.show(request, "pages/home", Map.of());
        }
        return pages.show(
                request,
                "pages/whiteboard",
                Map.of("board", board(visit, sort, filter), "mayOpen", Destination.may(visit, General.OPEN_RECORD)));
    }

    /** What a page that is open fetches when something changed. */
    @Needs(General.READ_WHITEBOARD)
    @GetMapping("/live/whiteboard")
    ResponseEntity<String> fragment(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String filter) {
        return pages.show(request, "pages/board", Map.of("board", board(visit, sort, filter)));
    }

    private Board board(Visit visit, String sort, String filter) {
        InCustody here = records.inCustody(visit.facility().code(), visit.reading("whiteboard"));
        List<CustodyRecord> present = here.records();
        Map<CustodyRecord, custody.record.law.Board> boards = law.boards(visit, present);
        return Board.of(
                present.stream()
                        .map(record -> row(record, boards.get(record), visit))
                        .toList(),
                here.unreadable(),
                sort,
                filter);
    }

    private BoardRow row(CustodyRecord record, custody.record.law.@Nullable Board board, Visit visit) {
        RowLaw of = board == null ? RowLaw.NONE : RowLaw.of(record, board, visit, desk);
        return BoardRow.of(Summary.of(record), of, visit);
    }
}
