package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.Officers;
import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.web.forms.LocalTimes;
import custody.web.forms.People;
import custody.web.law.ClockBoard;
import custody.web.law.ClockView;
import custody.web.law.ClockWords;
import custody.web.law.LawWords;
import custody.web.law.PackView;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.LawDesk;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The clocks of a record with their proofs, to print: the whole board at any instant, or the clocks of one rule. */
@Controller
final class ClocksController {
    private final Pages pages;
    private final RecordDesk desk;
    private final LawDesk law;
    private final Officers officers;

    ClocksController(Pages pages, RecordDesk desk, LawDesk law, Officers officers) {
        this.pages = pages;
        this.desk = desk;
        this.law = law;
        this.officers = officers;
    }

    @NeedsOnRecord(General.READ_CLOCKS)
    @GetMapping("/records/{id}/clocks")
    ResponseEntity<String> board(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(name = "at", defaultValue = "") String exactly,
            @RequestParam(name = "at.date", defaultValue = "") String date,
            @RequestParam(name = "at.time", defaultValue = "") String time,
            @RequestParam(name = "at.offset", defaultValue = "") String offset) {
        CustodyRecord record = desk.read(visit, id, "clocks", General.READ_CLOCKS);
        Optional<Instant> asked = exactly.isBlank() ? asked(visit, date, time, offset) : exactly(visit, exactly);
        boolean wrong = asked.isEmpty() && !(exactly.isBlank() && date.isBlank() && time.isBlank());
        Instant at = asked.orElse(visit.now());
        Map<String, Object> parameters = parameters(record, visit);
        parameters.put("wrong", wrong);
        parameters.put("date", wrong ? date + exactly : visit.times().date(at));
        parameters.put("time", wrong ? time : visit.times().time(at));
        boolean before = at.isBefore(record.situation().apprehendedAt());
        board(visit, record, at).filter(_ -> !before).ifPresent(board -> parameters.put("board", board));
        return pages.show(request, wrong ? 422 : 200, "pages/clockBoard", parameters);
    }

    /** An instant as the API writes it: who asks for one moment is not shown another. */
    private static Optional<Instant> exactly(Visit visit, String typed) {
        try {
            Instant at = OffsetDateTime.parse(typed.strip()).toInstant();
            return Optional.of(at).filter(instant -> LawDesk.within(instant, visit.now()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> asked(Visit visit, String date, String time, String offset) {
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        return switch (LocalTimes.read(date, time, offset, visit.times().zone(), today)) {
            case LocalTimes.Exactly(var at) ->
                Optional.of(at.toInstant()).filter(instant -> LawDesk.within(instant, visit.now()));
            // Of an hour that came twice the first is meant: a look back loses nothing by it.
            case LocalTimes.Twice(var offsets) ->
                asked(visit, date, time, offsets.getFirst().getId());
            case LocalTimes.Nothing _, LocalTimes.NoDate _, LocalTimes.NoTime _, LocalTimes.Skipped _ ->
                Optional.empty();
        };
    }

    @NeedsOnRecord(General.READ_CLOCKS)
    @GetMapping("/records/{id}/clocks/{rule}")
    ResponseEntity<String> one(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @PathVariable String rule,
            @RequestParam(defaultValue = "") String n) {
        CustodyRecord record = desk.read(visit, id, "clocks", General.READ_CLOCKS);
        ClockBoard board = board(visit, record, visit.now()).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        String wanted = "clock-" + rule + "-";
        List<ClockView> clocks = board.all().stream()
                .filter(clock ->
                        n.isEmpty() ? clock.id().startsWith(wanted) : clock.id().equals(wanted + n))
                .toList();
        if (clocks.isEmpty()) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        Map<String, Object> parameters = parameters(record, visit);
        parameters.put("board", board);
        parameters.put("clocks", clocks);
        return pages.show(request, "pages/clockProof", parameters);
    }

    private Map<String, Object> parameters(CustodyRecord record, Visit visit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("number", record.number().toString());
        parameters.put("id", record.id().toString());
        parameters.put(
                "acts",
                law.law()
                        .judging(record.standing())
                        .map(pack -> PackView.acts(pack, LawWords.of(visit)))
                        .orElse(List.of()));
        // Whoever sees clocks alone is not told who it is about and what is known of them.
        if (desk.may(visit, record, General.READ_RECORD)) {
            parameters.put("record", RecordView.of(record, visit, People.of(visit, officers)));
        }
        return parameters;
    }

    private Optional<ClockBoard> board(Visit visit, CustodyRecord record, Instant at) {
        LawWords words = LawWords.of(visit);
        Optional<Board> board = law.board(visit, record, at);
        return board.map(found -> ClockBoard.of(found, new ClockWords(record, words, at), words));
    }
}
