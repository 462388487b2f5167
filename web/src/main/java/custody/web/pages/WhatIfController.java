package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.law.Board;
import custody.record.law.Clock;
import custody.record.law.Supposition;
import custody.record.law.rules.Demand;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Pack;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.Option;
import custody.web.forms.LocalTimes;
import custody.web.forms.Typed;
import custody.web.law.ClockBoard;
import custody.web.law.ClockWords;
import custody.web.law.LawWords;
import custody.web.law.WhatIf;
import custody.web.session.LawDesk;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import custody.web.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What if: choose basis, facts and T0, see the clocks. Nothing is kept; nobody is named; the address holds the question. */
@Controller
final class WhatIfController {
    private final Pages pages;
    private final LawDesk law;

    WhatIfController(Pages pages, LawDesk law) {
        this.pages = pages;
        this.law = law;
    }

    @SignedInOnly
    @GetMapping("/law/what-if")
    ResponseEntity<String> page(HttpServletRequest request, Visit visit) {
        Typed typed = Typed.of(request.getParameterMap());
        boolean asked = !typed.one("basis").isEmpty();
        Typed shown = typed.with("basis", "cpc-208")
                .with("from.date", visit.times().date(visit.now()))
                .with("from.time", visit.times().time(visit.now()))
                .with("delivered", asked ? "" : "40")
                .with("registered", asked ? "" : "45");
        Optional<Instant> from = instant(visit, shown, "from");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("main", main(visit, shown, from.isEmpty()));
        parameters.put("more", more(visit, shown));
        boolean length = WhatIf.length(shown.one("delivered")) && WhatIf.length(shown.one("registered"));
        boolean article = WhatIf.article(shown.one("offence"));
        String wrong =
                from.isEmpty() ? "law.wrong-time" : !length ? "law.wrong-minutes" : article ? "" : "law.wrong-article";
        parameters.put("wrong", wrong);
        from.filter(_ -> wrong.isEmpty()).ifPresent(at -> answer(parameters, visit, shown, at));
        return pages.show(request, wrong.isEmpty() ? 200 : 422, "pages/whatIf", parameters);
    }

    private void answer(Map<String, Object> parameters, Visit visit, Typed typed, Instant from) {
        Supposition supposed = WhatIf.read(
                typed.one("basis"),
                typed.one("aggravation"),
                typed.one("regime"),
                typed.one("offence"),
                typed.all("fact"),
                typed.one("level"),
                from,
                typed.one("delivered"),
                typed.one("registered"));
        String id = typed.one("pack").isEmpty() ? law.law().pack() : typed.one("pack");
        Optional<Pack> pack = law.law().packs().judging(id, from);
        LawWords words = LawWords.of(visit);
        pack.ifPresent(judge -> {
            Board board = supposed.board(judge, visit.times().zone(), supposed.known());
            parameters.put("supposed", WhatIf.said(supposed, words));
            parameters.put("unlimited", supposed.basis() != Basis.VISITOR && !limited(board));
            parameters.put("board", ClockBoard.of(board, new ClockWords(null, words, supposed.known()), words));
        });
    }

    /** Whether any clock that asks something says when the holding ends. */
    private static boolean limited(Board board) {
        return board.clocks().stream()
                .filter(clock -> clock.state() != Clock.State.NOT_APPLICABLE)
                .anyMatch(clock -> clock.rule().heading().demands().contains(Demand.RELEASE));
    }

    private static Optional<Instant> instant(Visit visit, Typed typed, String name) {
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        return switch (LocalTimes.read(
                typed.one(name + ".date"),
                typed.one(name + ".time"),
                typed.one(name + ".offset"),
                visit.times().zone(),
                today)) {
            case LocalTimes.Exactly(var at) -> Optional.of(at.toInstant());
            case LocalTimes.Twice(var offsets) ->
                Optional.of(offsets.getFirst())
                        .flatMap(first -> instant(visit, typed.with(name + ".offset", first.getId()), name));
            case LocalTimes.Nothing _, LocalTimes.NoDate _, LocalTimes.NoTime _, LocalTimes.Skipped _ ->
                Optional.empty();
        };
    }

    private List<Control> main(Visit visit, Typed typed, boolean wrong) {
        Wording say = visit.wording();
        String error = wrong ? say.say("law.wrong-time") : null;
        return List.of(
                menu("basis", say.say("whiteboard.basis"), options(say, Basis.values(), typed, "basis", false)),
                new Control.When(
                        new Face("from", "from", say.say("record.apprehended"), null, error, true),
                        typed.one("from.date"),
                        typed.one("from.time"),
                        say.say("form.date"),
                        say.say("form.time"),
                        say.say("form.offset"),
                        List.of()),
                new Control.Ticks(
                        new Face("fact", "fact", say.say("law.facts"), null, null, false),
                        Supposition.POSSIBLE.stream()
                                .sorted(Comparator.naturalOrder())
                                .map(fact -> fact(say, fact, typed))
                                .toList()));
    }

    private static Option fact(Wording say, NamedFact fact, Typed typed) {
        String name = Wire.name(fact);
        return new Option(name, say.say("law.fact." + name), typed.all("fact").contains(name));
    }

    private List<Control> more(Visit visit, Typed typed) {
        Wording say = visit.wording();
        List<Control> controls = new ArrayList<>();
        controls.add(minutes(typed, "delivered", say.say("law.delivered-after"), say));
        controls.add(minutes(typed, "registered", say.say("law.registered-after"), say));
        controls.add(new Control.Line(
                new Face(
                        "offence",
                        "offence",
                        say.field("apprehended", "offence"),
                        null,
                        WhatIf.article(typed.one("offence")) ? null : say.say("law.wrong-article"),
                        false),
                typed.one("offence"),
                10,
                null,
                null));
        controls.add(menu("level", say.say("record.level"), options(say, Level.values(), typed, "level", true)));
        controls.add(menu(
                "aggravation",
                say.field("apprehended", "aggravation"),
                options(say, Basis.Aggravation.values(), typed, "aggravation", true)));
        controls.add(menu(
                "regime",
                say.field("apprehended", "regime"),
                options(say, Basis.Regime.values(), typed, "regime", true)));
        controls.add(menu("pack", say.say("law.pack"), packs(typed)));
        return controls;
    }

    private List<Option> packs(Typed typed) {
        String chosen = typed.one("pack").isEmpty() ? law.law().pack() : typed.one("pack");
        return law.law().packs().all().stream()
                .map(Pack::id)
                .distinct()
                .map(id -> new Option(id, id, id.equals(chosen)))
                .toList();
    }

    private static Control minutes(Typed typed, String name, String label, Wording say) {
        String error = WhatIf.length(typed.one(name)) ? null : say.say("law.wrong-minutes");
        return new Control.Line(
                new Face(name, name, label, null, error, false), typed.one(name), 4, say.unit("min"), "numeric");
    }

    private static Control menu(String name, String label, List<Option> options) {
        return new Control.Menus(new Face(name, name, label, null, null, false), List.of(options));
    }

    private static List<Option> options(Wording say, Enum<?>[] constants, Typed typed, String name, boolean withNone) {
        List<Option> options = new ArrayList<>();
        if (withNone) {
            options.add(new Option("", say.say("form.not-said"), typed.one(name).isEmpty()));
        }
        Arrays.stream(constants)
                .map(constant -> new Option(
                        Wire.name(constant),
                        say.constant(constant),
                        Wire.name(constant).equals(typed.one(name))))
                .forEach(options::add);
        return options;
    }
}
