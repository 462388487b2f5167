package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlert.Kind;
import custody.record.law.Lawbook;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import custody.web.session.Visit;
import custody.web.words.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a person reads it.
 *
 * @param alert the alert
 * @param severity how bad it is
 * @param title what is demanded, or what is asked
 * @param doing page where it can be done at once; null where that is not one entry
 * @param mayAcknowledge whether a button is shown
 */
public record AlertLine(
        RaisedAlert alert,
        Severity severity,
        String title,
        @Nullable String doing,
        boolean mayAcknowledge) {
    /** The most severe first; among equals what nobody took note of, then the oldest. */
    static final Comparator<AlertLine> ORDER = Comparator.comparing((AlertLine line) -> line.severity())
            .thenComparing(line -> line.alert().acknowledged().isPresent())
            .thenComparingInt(line -> -line.alert().percent())
            .thenComparing(line -> line.alert().cameTrueAt());

    /** How bad an alert is, the worst first; wire names are kebab-case. */
    public enum Severity {
        /** The law is broken now. */
        LAW_BROKEN,
        /** A target of our own is missed now. */
        STANDARD_MISSED,
        /** The law was broken, and put right too late. */
        PUT_RIGHT_LATE,
        /** A limit is near. */
        NEAR,
        /** An honesty rule asks. */
        QUESTION;

        /** As texts and style sheets name it. */
        public String text() {
            return Wire.name(this);
        }

        /** Colour of its mark. */
        public String colour() {
            return switch (this) {
                case LAW_BROKEN -> "red";
                case STANDARD_MISSED, NEAR -> "amber";
                case PUT_RIGHT_LATE, QUESTION -> "grey";
            };
        }
    }

    static AlertLine of(RaisedAlert alert, Lawbook law, Visit visit) {
        Optional<Rule> rule = law.rule(alert.pack(), alert.rule());
        return new AlertLine(
                alert,
                severity(alert, rule),
                title(alert, rule, visit),
                rule.flatMap(AlertLine::doing)
                        .map(entry -> "/records/" + alert.record() + "/events/new/" + entry)
                        .orElse(null),
                alert.acknowledged().isEmpty());
    }

    private static Severity severity(RaisedAlert alert, Optional<Rule> rule) {
        return switch (alert.kind()) {
            case WARNING -> Severity.NEAR;
            case QUESTION -> Severity.QUESTION;
            case BREACH -> {
                if (alert.settledAt() != null) {
                    yield Severity.PUT_RIGHT_LATE;
                }
                boolean standard = rule.filter(found -> found.heading().standing() == Standing.STANDARD)
                        .isPresent();
                yield standard ? Severity.STANDARD_MISSED : Severity.LAW_BROKEN;
            }
        };
    }

    private static String title(RaisedAlert alert, Optional<Rule> rule, Visit visit) {
        if (alert.kind() == Kind.QUESTION) {
            return visit.wording().option("flag", alert.rule());
        }
        Text demanded = rule.map(found -> found.heading().title()).orElse(new Text(alert.rule(), alert.rule()));
        String title = visit.wording().language() == Language.UK ? demanded.uk() : demanded.en();
        return alert.settledAt() == null ? visit.wording().say("alerts.not-done", title) : title;
    }

    /** The kind of the entry that does what the rule asks, with what leaves no choice filled in. */
    private static Optional<String> doing(Rule rule) {
        List<Pattern> patterns = switch (rule) {
            case Rule.Deadline deadline ->
                deadline.needs().stream().findFirst().map(Need::anyOf).orElse(List.of());
            case Rule.Recurrence recurrence -> recurrence.doneBy();
            case Rule.DailyAmount daily -> daily.of();
            case Rule.MaximumDuration _, Rule.ForbiddenWindow _, Rule.RequiredPresence _, Rule.Refusal _ -> List.of();
        };
        return patterns.stream().findFirst().map(Pattern::kind);
    }
}
