package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Officers;
import custody.record.desk.PastReading;
import custody.record.detention.CustodyRecord;
import custody.web.forms.People;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who looked at a record. The detained person has the right to know. */
@Controller
public final class ReadingsController {
    private static final int SHOWN = 200;

    private final Pages pages;
    private final RecordDesk desk;
    private final CustodyRecords records;
    private final Officers officers;

    ReadingsController(Pages pages, RecordDesk desk, CustodyRecords records, Officers officers) {
        this.pages = pages;
        this.desk = desk;
        this.records = records;
        this.officers = officers;
    }

    /** One look: when, who, in what post, what for, at what. */
    public record Look(String at, String who, String post, String purpose, String what) {}

    @NeedsOnRecord(General.READ_READINGS)
    @GetMapping("/records/{id}/readings")
    ResponseEntity<String> readings(HttpServletRequest request, Visit visit, @PathVariable String id) {
        CustodyRecord record = desk.read(visit, id, "readings", General.READ_READINGS);
        People people = People.of(visit, officers);
        List<PastReading> all = records.readings(record.id());
        List<Look> looks =
                all.stream().limit(SHOWN).map(look -> look(look, visit, people)).toList();
        return pages.show(
                request,
                "pages/readings",
                Map.of("record", RecordView.of(record, visit, people), "looks", looks, "total", all.size()));
    }

    private static Look look(PastReading look, Visit visit, People people) {
        String what = "reading." + look.reading().what();
        return new Look(
                visit.times().full(look.at()),
                people.names(List.of(look.reading().badge())).getFirst(),
                look.reading().post(),
                visit.wording().say("purpose." + Wire.name(look.reading().purpose())),
                visit.wording().has(what)
                        ? visit.wording().say(what)
                        : look.reading().what());
    }
}
