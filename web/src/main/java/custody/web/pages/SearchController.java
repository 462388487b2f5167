package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Wire;
import custody.record.desk.After;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Page;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.detention.Situation.Status;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.Option;
import custody.web.forms.LocalTimes;
import custody.web.forms.Mistakes;
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
    private static final int LONGEST = 200;

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
        Mistakes mistakes = new Mistakes(visit.wording());
        if (q.length() > LONGEST) {
            mistakes.add(List.of(new FieldError("/q", Code.TOO_LONG, Map.of("max", Integer.toString(LONGEST)))));
        }
        Set<Status> states = states(state, visit, mistakes);
        Instant first = start("/from", from, 0, visit, mistakes);
        Instant last = start("/to", to, 1, visit, mistakes);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("controls", controls(visit, q, state, from, to, mistakes));
        parameters.put("errors", mistakes.summary());
        if (mistakes.any()) {
            // A filter that is passed over shows too much.
            parameters.put("found", List.of());
            parameters.put("next", "");
            return pages.show(request, 422, "pages/search", parameters);
        }
        Page<Summary> page = records.search(
                new Search(
                        q.isBlank() ? null : q.strip(),
                        states,
                        Set.of(visit.facility().code()),
                        first,
                        last,
                        After.parse(cursor).orElse(null),
                        ON_A_PAGE),
                visit.reading("search"));
        parameters.put(
                "found", page.items().stream().map(item -> found(item, visit)).toList());
        parameters.put("next", next(page.next(), q, state, from, to));
        return pages.show(request, "pages/search", parameters);
    }

    private static Set<Status> states(String wanted, Visit visit, Mistakes mistakes) {
        Set<Status> states = EnumSet.noneOf(Status.class);
        for (Status status : Status.values()) {
            if (Wire.name(status).equals(wanted)) {
                states.add(status);
            }
        }
        if (states.isEmpty() && !wanted.isBlank()) {
            mistakes.add("/state", visit.wording().say("form.choose-one"));
        }
        return states;
    }

    /** Start of a typed day, so many days later; null where none was typed, or none that can be read. */
    private static @Nullable Instant start(String pointer, String typed, int later, Visit visit, Mistakes mistakes) {
        if (typed.isBlank()) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        Optional<LocalDate> day = LocalTimes.day(typed, today);
        if (day.isEmpty()) {
            mistakes.add(pointer, visit.wording().say("form.wrong-date"));
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
            Visit visit, String q, String state, String from, String to, Mistakes mistakes) {
        List<Option> states = new ArrayList<>();
        states.add(new Option("", visit.wording().say("search.any"), state.isEmpty()));
        for (Status status : Status.values()) {
            String name = Wire.name(status);
            states.add(new Option(name, visit.wording().constant(status), name.equals(state)));
        }
        return List.of(
                new Control.Line(face(visit, "q", mistakes), q, 0, null, null),
                new Control.Menus(face(visit, "state", mistakes), List.of(states)),
                new Control.Line(face(visit, "from", mistakes), from, 10, null, null),
                new Control.Line(face(visit, "to", mistakes), to, 10, null, null));
    }

    private static Face face(Visit visit, String name, Mistakes mistakes) {
        String label = visit.wording().say("search." + name);
        return new Face(name, name, label, null, mistakes.of(name, label), false);
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
