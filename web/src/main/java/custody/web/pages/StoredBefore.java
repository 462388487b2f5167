package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.desk.Writer;
import custody.record.events.RecordId;
import custody.web.components.Row;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import custody.web.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers a form that was stored when it was sent before. Whether somebody may write is judged once, when it is written:
 * whose right has ended since must still learn that it was stored, or it is written a second time. Nothing of the record is
 * shown but number and receipt, which belonged to the first answer.
 */
@Component
class StoredBefore {
    private final Pages pages;
    private final CustodyRecords records;
    private final RecordDesk desk;

    StoredBefore(Pages pages, CustodyRecords records, RecordDesk desk) {
        this.pages = pages;
        this.records = records;
        this.desk = desk;
    }

    /** Where a stored form leads. */
    @FunctionalInterface
    interface Leading {
        String path(RecordId record, int added);
    }

    /** The answer to a form that was stored before; empty for any other. */
    Optional<ResponseEntity<String>> before(HttpServletRequest request, Visit visit, Writer writer, Leading leading) {
        return records.answered(writer)
                .filter(Outcome.Stored.class::isInstance)
                .map(Outcome.Stored.class::cast)
                .map(stored -> desk.may(visit, stored.record(), General.READ_RECORD)
                        ? Pages.seeOther(leading.path(
                                stored.record().id(), stored.added().getLast().version()))
                        : told(request, visit, stored));
    }

    private ResponseEntity<String> told(HttpServletRequest request, Visit visit, Outcome.Stored stored) {
        Wording say = visit.wording();
        Receipt receipt = stored.receipts().getLast();
        List<Row> rows = List.of(
                new Row(say.say("receipt.record"), stored.record().number().toString()),
                new Row(say.say("receipt.origin"), receipt.origin()),
                new Row(say.say("receipt.index"), Long.toString(receipt.index())),
                new Row(say.say("receipt.hash"), receipt.leafHash()));
        return pages.show(request, "pages/storedBefore", Map.of("rows", rows));
    }
}
