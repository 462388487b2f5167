package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Looks;
import custody.record.desk.Officers;
import custody.record.desk.PastReading;
import custody.record.detention.CustodyRecord;
import custody.web.forms.People;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at a record. The detained person has the right to know. */
@Controller
public final class ReadingsController {
    /** So many entries make a page, in perhaps fewer lines. */
    static final int SHOWN = 200;

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

    /** One look, or those of an open page: when, who, in what post, what for, at what. */
    public record Look(String at, String who, String post, String purpose, String what) {}

    @NeedsOnRecord(General.READ_READINGS)
    @GetMapping("/records/{id}/readings")
    ResponseEntity<String> readings(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String upTo) {
        CustodyRecord record = desk.read(visit, id, "readings", General.READ_READINGS);
        People people = People.of(visit, officers);
        // Whoever types an address of their own gets the newest.
        long wanted = upTo.matches("[1-9][0-9]{0,17}") ? Long.parseLong(upTo) : Long.MAX_VALUE;
        Looks looks = records.readings(record.id(), wanted, SHOWN);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", RecordView.of(record, visit, people));
        parameters.put(
                "looks",
                LookLine.of(looks.looks()).stream()
                        .map(line -> look(line, visit, people))
                        .toList());
        parameters.put("part", looks);
        parameters.put("page", SHOWN);
        return pages.show(request, "pages/readings", parameters);
    }

    private static Look look(LookLine line, Visit visit, People people) {
        PastReading look = line.look();
        String what = "reading." + look.reading().what();
        String at = visit.times().full(look.at());
        return new Look(
                line.count() == 1
                        ? at
                        : visit.wording().say("readings.span", visit.times().full(line.first()), at, line.count()),
                people.names(List.of(look.reading().badge())).getFirst(),
                look.reading().post(),
                visit.wording().say("purpose." + Wire.name(look.reading().purpose())),
                visit.wording().has(what)
                        ? visit.wording().say(what)
                        : look.reading().what());
    }
}
