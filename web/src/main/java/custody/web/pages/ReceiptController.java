package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.desk.Receipt;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import custody.web.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of one event: what anyone needs to show later that it was in the ledger, printable, with its QR code. */
@Controller
final class ReceiptController {
    private final Pages pages;
    private final RecordDesk desk;
    private final CustodyRecords records;
    private final Officers officers;

    ReceiptController(Pages pages, RecordDesk desk, CustodyRecords records, Officers officers) {
        this.pages = pages;
        this.desk = desk;
        this.records = records;
        this.officers = officers;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/records/{id}/receipts/{version}")
    ResponseEntity<String> receipt(
            HttpServletRequest request, Visit visit, @PathVariable String id, @PathVariable String version) {
        CustodyRecord record = desk.read(visit, id, "receipt", General.READ_RECORD);
        List<Receipt> receipts = records.receipts(record.id());
        int number = number(version, Math.min(record.version(), receipts.size()));
        Event event = record.events().get(number - 1);
        Receipt receipt = receipts.get(number - 1);
        People people = People.of(visit, officers);
        String text = records.receiptText(record.id(), number).orElse("");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", RecordView.of(record, visit, people));
        parameters.put("state", Wire.name(receipt.state()));
        parameters.put("rows", rows(event, receipt, record, visit));
        parameters.put("text", text);
        parameters.put("qr", QrCode.of(text.isEmpty() ? receipt.origin() + "\n" + receipt.leafHash() : text));
        return pages.show(request, "pages/receipt", parameters);
    }

    private static List<Row> rows(Event event, Receipt receipt, CustodyRecord record, Visit visit) {
        Wording say = visit.wording();
        return List.of(
                new Row(say.say("receipt.record"), record.number().toString()),
                new Row(say.say("receipt.event"), say.kind(Catalogue.kind(event.fact()))),
                new Row(say.field("envelope", "occurredAt"), EventWords.occurred(event.occurrence(), visit.times())),
                new Row(say.field("envelope", "recordedAt"), visit.times().full(event.recordedAt())),
                new Row(say.say("receipt.zone"), visit.times().zoneAt(event.occurredAt())),
                new Row(say.say("receipt.origin"), receipt.origin()),
                new Row(say.say("receipt.index"), Long.toString(receipt.index())),
                new Row(say.say("receipt.hash"), receipt.leafHash()));
    }

    private static int number(String text, int most) {
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
