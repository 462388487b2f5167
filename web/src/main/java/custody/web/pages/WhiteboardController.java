package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.web.session.Needs;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whiteboard, home: everyone in custody here. */
@Controller
final class WhiteboardController {
    private final Pages pages;
    private final CustodyRecords records;

    WhiteboardController(Pages pages, CustodyRecords records) {
        this.pages = pages;
        this.records = records;
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
        return Board.of(
                records.whiteboard(visit.facility().code(), visit.reading("whiteboard")).stream()
                        .map(summary -> BoardRow.of(summary, visit))
                        .toList(),
                sort,
                filter);
    }
}
