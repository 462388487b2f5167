package custody.web.pages;

import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.ErrorLink;
import custody.web.components.Option;
import custody.web.forms.LocalTimes;
import custody.web.forms.Plain;
import custody.web.forms.Typed;
import custody.web.session.Visit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The controls that declare martial law, and what was typed into them. */
final class MartialLawForm {
    private static final int LONGEST_AUTHORITY = 500;

    /** Years that a declaration can have to do with; far ones no database knows. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2199;

    private MartialLawForm() {}

    static List<Control> controls(Visit visit, Typed typed, List<ErrorLink> errors) {
        List<Option> states = List.of(
                new Option(
                        "in-force",
                        visit.wording().say("martial-law.in-force"),
                        typed.one("state").equals("in-force")),
                new Option(
                        "ended",
                        visit.wording().say("martial-law.ended"),
                        typed.one("state").equals("ended")));
        return List.of(
                new Control.Radios(face(visit, "state", null, errors), states, true),
                when(visit, typed, "from", null, errors),
                when(visit, typed, "to", visit.wording().say("martial-law.to-hint"), errors),
                new Control.Line(face(visit, "authority", null, errors), typed.one("authority"), 0, null, null));
    }

    /** What was declared; empty where {@code errors} say why not. */
    static Optional<FacilityMartialLaw> read(Visit visit, Typed typed, List<ErrorLink> errors) {
        String state = typed.one("state");
        if (!state.equals("in-force") && !state.equals("ended")) {
            errors.add(new ErrorLink("state", visit.wording().say("martial-law.state-needed")));
        }
        Optional<Instant> from = instant(visit, typed, "from");
        boolean open = meaning(visit, typed, "to") instanceof LocalTimes.Nothing;
        Optional<Instant> to = instant(visit, typed, "to");
        if (from.isEmpty()) {
            errors.add(new ErrorLink("from", visit.wording().say("martial-law.time-needed")));
        }
        if (to.isEmpty() && !open) {
            errors.add(new ErrorLink("to", visit.wording().say("martial-law.time-needed")));
        }
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            errors.add(new ErrorLink("to", visit.wording().say("martial-law.end-before-start")));
        }
        String authority = typed.one("authority").strip();
        if (!Plain.said(authority, LONGEST_AUTHORITY)) {
            errors.add(new ErrorLink("authority", visit.wording().say("martial-law.authority-needed")));
        }
        return errors.isEmpty()
                ? from.map(at -> new FacilityMartialLaw(state.equals("in-force"), at, to.orElse(null), authority))
                : Optional.empty();
    }

    private static Optional<Instant> instant(Visit visit, Typed typed, String name) {
        return meaning(visit, typed, name) instanceof LocalTimes.Exactly(var time)
                        && time.getYear() >= EARLIEST
                        && time.getYear() <= LATEST
                ? Optional.of(time.toInstant())
                : Optional.empty();
    }

    private static LocalTimes.Meaning meaning(Visit visit, Typed typed, String name) {
        return LocalTimes.read(
                typed.one(name + ".date"),
                typed.one(name + ".time"),
                typed.one(name + ".offset"),
                visit.facility().zone(),
                visit.now().atZone(visit.facility().zone()).toLocalDate());
    }

    private static Control when(Visit visit, Typed typed, String name, @Nullable String hint, List<ErrorLink> errors) {
        List<Option> offsets = meaning(visit, typed, name) instanceof LocalTimes.Twice(List<ZoneOffset> twice)
                ? twice.stream()
                        .map(offset -> new Option(offset.getId(), "UTC" + offset, false))
                        .toList()
                : List.of();
        return new Control.When(
                face(visit, name, hint, errors),
                typed.one(name + ".date"),
                typed.one(name + ".time"),
                visit.wording().say("form.date"),
                visit.wording().say("form.time"),
                visit.wording().say("form.offset"),
                offsets);
    }

    private static Face face(Visit visit, String name, @Nullable String hint, List<ErrorLink> errors) {
        String error = errors.stream()
                .filter(link -> link.target().equals(name))
                .findFirst()
                .map(ErrorLink::text)
                .orElse(null);
        return new Face(name, name, visit.wording().say("martial-law." + name), hint, error, true);
    }
}
