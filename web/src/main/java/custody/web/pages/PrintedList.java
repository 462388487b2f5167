package custody.web.pages;

import custody.record.desk.InCustody;
import custody.record.desk.Summary;
import custody.record.detention.CustodyRecord;
import custody.record.events.FacilityCode;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.web.law.RowLaw;
import custody.web.session.Visit;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everyone in custody on paper: what the whiteboard says, with empty lines to write checks by hand until the computer is back.
 * One file that needs nothing else: any browser opens and prints it. Pure but for the template engine.
 */
public final class PrintedList {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * The list as HTML in UTF-8.
     *
     * @param present everyone in custody, as {@code CustodyRecords.inCustody} answers
     * @param law what deadlines and tasks are computed by
     * @param now when the list was made; it says so
     */
    public String html(InCustody present, Lawbook law, Facility facility, Language language, Instant now) {
        Wording say = Wording.in(language);
        Visit nobody =
                new Visit(null, say, new Times(facility.zone(), language), facility, FacilityCode::equals, now, null);
        List<BoardRow> rows = present.records().stream()
                .map(record -> row(record, law, nobody))
                .toList();
        StringOutput out = new StringOutput(16_384);
        templates.render(
                "pages/printedList.jte",
                Map.of("visit", nobody, "board", Board.of(rows, present.unreadable(), "place", "")),
                out);
        return out.toString();
    }

    private static BoardRow row(CustodyRecord record, Lawbook law, Visit nobody) {
        RowLaw of = law.board(record.number().facility(), record.standing(), nobody.now())
                .map(board -> RowLaw.onPaper(record, board, nobody))
                .orElse(RowLaw.NONE);
        return BoardRow.of(Summary.of(record), of, nobody);
    }
}
