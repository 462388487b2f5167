package custody.web.api;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Looks;
import custody.record.desk.PastReading;
import custody.record.desk.Receipt;
import custody.record.detention.CustodyRecord;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts of a record's events, and who looked at the record. */
@RestController
final class ReceiptsApi {
    private static final Set<String> LIST = Set.of("cursor", "limit", Query.PURPOSE);

    private final CustodyRecords records;
    private final RecordDesk desk;

    ReceiptsApi(CustodyRecords records, RecordDesk desk) {
        this.records = records;
        this.desk = desk;
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/api/v1/records/{id}/receipts")
    ResponseEntity<Map<String, Object>> receipts(Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "receipt", General.READ_RECORD);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Receipt receipt : records.receipts(record.id())) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("version", all.size() + 1);
            json.putAll(Shapes.receipt(receipt));
            json.put("state", Wire.name(receipt.state()));
            all.add(json);
        }
        return ResponseEntity.ok(Map.of("receipts", all));
    }

    @NeedsOnRecord(General.READ_RECORD)
    @GetMapping("/api/v1/records/{id}/receipts/{version}")
    ResponseEntity<String> receipt(Visit visit, @PathVariable String id, @PathVariable String version) {
        CustodyRecord record = desk.read(visit, id, "receipt", General.READ_RECORD);
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        String text = records.receiptText(record.id(), Integer.parseInt(version))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(text);
    }

    @ReadsQuery
    @NeedsOnRecord(General.READ_READINGS)
    @GetMapping("/api/v1/records/{id}/readings")
    ResponseEntity<Map<String, Object>> readings(HttpServletRequest request, Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "readings", General.READ_READINGS);
        Query query = new Query(request);
        query.only(LIST);
        int limit = query.limit();
        int upTo = query.after();
        query.finish();
        Looks looks = records.readings(record.id(), upTo == 0 ? Long.MAX_VALUE : upTo, limit);
        List<Map<String, Object>> all = new ArrayList<>();
        for (PastReading look : looks.looks()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("at", look.at().toString());
            json.put("badge", look.reading().badge().number());
            json.put("post", look.reading().post());
            json.put("purpose", Wire.name(look.reading().purpose()));
            json.put("what", look.reading().what());
            json.put("index", look.index());
            all.add(json);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (looks.oldest() > 1) {
            answer.header(HttpHeaders.LINK, query.next(Long.toString(looks.oldest() - 1)));
        }
        return answer.body(Map.of("readings", all, "total", looks.total()));
    }
}
