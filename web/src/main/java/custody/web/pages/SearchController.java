package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Page;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.detention.Situation.Status;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.Option;
import custody.web.forms.LocalTimes;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding records, open and closed. */
@Controller
public final class SearchController {
    private static final int ON_A_PAGE = 50;

    private final Pages pages;
    private final CustodyRecords records;

    SearchController(Pages pages, CustodyRecords records) {
        this.pages = pages;
        this.records = records;
    }

    /** A record found: its page, number, name, status and times. */
    public record Found(String path, String number, String name, String status, String since, String basis) {}

    @Needs(General.SEARCH)
    @GetMapping("/records")
    ResponseEntity<String> search(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cursor) {
        String text = q.length() > 200 ? q.substring(0, 200) : q;
        Page<Summary> page = records.search(
                new Search(
                        text.isBlank() ? null : text.strip(),
                        states(state),
                        visit.facility().code(),
                        start(from, 0, visit),
                        start(to, 1, visit),
                        cursor.isBlank() ? null : cursor,
                        ON_A_PAGE),
                visit.reading("search"));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "found", page.items().stream().map(item -> found(item, visit)).toList());
        parameters.put("next", next(page.next(), text, state, from, to));
        parameters.put("controls", controls(visit, text, state, from, to));
        return pages.show(request, "pages/search", parameters);
    }

    private static Set<Status> states(String wanted) {
        Set<Status> states = EnumSet.noneOf(Status.class);
        for (Status status : Status.values()) {
            if (Wire.name(status).equals(wanted)) {
                states.add(status);
            }
        }
        return states;
    }

    /** Start of a typed day, so many days later; null where no day can be read. */
    private static @Nullable Instant start(String typed, int later, Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        return LocalTimes.day(typed, today)
                .map(day ->
                        day.plusDays(later).atStartOfDay(visit.times().zone()).toInstant())
                .orElse(null);
    }

    private static Found found(Summary summary, Visit visit) {
        return new Found(
                "/records/" + summary.id(),
                summary.number().toString(),
                PersonNames.full(summary.situation().person(), visit.wording()),
                visit.wording().constant(summary.situation().status()),
                visit.times().full(summary.situation().apprehendedAt()),
                visit.wording()
                        .say("basis.short." + Wire.name(summary.situation().basis())));
    }

    private static List<Control> controls(Visit visit, String q, String state, String from, String to) {
        List<Option> states = new ArrayList<>();
        states.add(new Option("", visit.wording().say("search.any"), state.isEmpty()));
        for (Status status : Status.values()) {
            String name = Wire.name(status);
            states.add(new Option(name, visit.wording().constant(status), name.equals(state)));
        }
        return List.of(
                new Control.Line(face(visit, "q", "search.q"), q, 0, null, null),
                new Control.Menus(face(visit, "state", "search.state"), List.of(states)),
                new Control.Line(face(visit, "from", "search.from"), from, 10, null, null),
                new Control.Line(face(visit, "to", "search.to"), to, 10, null, null));
    }

    private static Face face(Visit visit, String name, String label) {
        return new Face(name, name, visit.wording().say(label), null, null, false);
    }

    private static String next(@Nullable String cursor, String q, String state, String from, String to) {
        return cursor == null
                ? ""
                : "/records?q=" + encoded(q) + "&state=" + encoded(state) + "&from=" + encoded(from) + "&to="
                        + encoded(to) + "&cursor=" + encoded(cursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
