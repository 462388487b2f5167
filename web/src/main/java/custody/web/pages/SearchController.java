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
import custody.web.components.ErrorLink;
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
import java.util.Optional;
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
        List<ErrorLink> errors = new ArrayList<>();
        Instant first = start("from", from, 0, visit, errors);
        Instant last = start("to", to, 1, visit, errors);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("errors", errors);
        parameters.put("controls", controls(visit, text, state, from, to, errors));
        if (!errors.isEmpty()) {
            // A filter that is passed over shows too much.
            parameters.put("found", List.of());
            parameters.put("next", "");
            return pages.show(request, 422, "pages/search", parameters);
        }
        Page<Summary> page = records.search(
                new Search(
                        text.isBlank() ? null : text.strip(),
                        states(state),
                        Set.of(visit.facility().code()),
                        first,
                        last,
                        cursor.isBlank() ? null : cursor,
                        ON_A_PAGE),
                visit.reading("search"));
        parameters.put(
                "found", page.items().stream().map(item -> found(item, visit)).toList());
        parameters.put("next", next(page.next(), text, state, from, to));
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

    /** Start of a typed day, so many days later; null where none was typed, or none that can be read. */
    private static @Nullable Instant start(String name, String typed, int later, Visit visit, List<ErrorLink> errors) {
        if (typed.isBlank()) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        Optional<LocalDate> day = LocalTimes.day(typed, today);
        if (day.isEmpty()) {
            errors.add(new ErrorLink(name, visit.wording().say("form.wrong-date")));
            return null;
        }
        return day.get().plusDays(later).atStartOfDay(visit.times().zone()).toInstant();
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

    private static List<Control> controls(
            Visit visit, String q, String state, String from, String to, List<ErrorLink> errors) {
        List<Option> states = new ArrayList<>();
        states.add(new Option("", visit.wording().say("search.any"), state.isEmpty()));
        for (Status status : Status.values()) {
            String name = Wire.name(status);
            states.add(new Option(name, visit.wording().constant(status), name.equals(state)));
        }
        return List.of(
                new Control.Line(face(visit, "q", "search.q", errors), q, 0, null, null),
                new Control.Menus(face(visit, "state", "search.state", errors), List.of(states)),
                new Control.Line(face(visit, "from", "search.from", errors), from, 10, null, null),
                new Control.Line(face(visit, "to", "search.to", errors), to, 10, null, null));
    }

    private static Face face(Visit visit, String name, String label, List<ErrorLink> errors) {
        String error = errors.stream()
                .filter(wrong -> wrong.target().equals(name))
                .map(ErrorLink::text)
                .findFirst()
                .orElse(null);
        return new Face(name, name, visit.wording().say(label), null, error, false);
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
