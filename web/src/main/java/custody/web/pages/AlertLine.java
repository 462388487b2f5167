package custody.web.pages;

import custody.record.access.Access;
import custody.record.access.Action.Adding;
import custody.record.access.Relation;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlert.Kind;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.law.Lawbook;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import custody.web.law.LawWords;
import custody.web.session.Visit;
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
 * @param provision article and part; empty for a question
 * @param doing page where it can be done at once; null where that is not one entry
 * @param mayAcknowledge whether a button is shown
 */
public record AlertLine(
        RaisedAlert alert,
        Severity severity,
        String title,
        String provision,
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

        /** Whether somebody should act on it before anything else on the page. */
        public boolean presses() {
            return switch (this) {
                case LAW_BROKEN, STANDARD_MISSED, NEAR -> true;
                case PUT_RIGHT_LATE, QUESTION -> false;
            };
        }

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

    /** Text of the way to it. */
    public String act() {
        return alert.kind() == Kind.QUESTION ? "law.answer" : "alerts.do";
    }

    static AlertLine of(RaisedAlert alert, Lawbook law, Visit visit) {
        Optional<Rule> rule = law.rule(alert.pack(), alert.rule());
        return new AlertLine(
                alert,
                severity(alert, rule),
                title(alert, rule, visit),
                provision(alert, law, visit),
                doing(alert, rule, visit),
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
        String title = LawWords.of(visit).text(demanded);
        return alert.settledAt() == null ? visit.wording().say("alerts.not-done", title) : title;
    }

    private static String provision(RaisedAlert alert, Lawbook law, Visit visit) {
        String provision = alert.provision();
        return provision == null ? "" : LawWords.of(visit).text(law.citation(alert.pack(), alert.rule(), provision));
    }

    /** Where it is done, or a question answered, at once; null where that is not one entry, or not the visitor's to make. */
    private static @Nullable String doing(RaisedAlert alert, Optional<Rule> rule, Visit visit) {
        String path = "/records/" + alert.record();
        if (alert.kind() == Kind.QUESTION) {
            String answer = path + "/events/new/flag-answered?back=alerts&fields.flag=" + alert.event();
            return may(visit, Catalogue.kind(FlagAnswered.class)) ? answer : null;
        }
        boolean past = alert.kind() == Kind.BREACH
                && rule.filter(Rule.DailyAmount.class::isInstance).isPresent();
        if (past) {
            // Of a day that has gone nothing can be given any more; the next day has a task of its own.
            return null;
        }
        boolean one = rule.map(AlertLine::patterns).orElse(List.of()).stream()
                .anyMatch(pattern -> Catalogue.kind(pattern.kind())
                        .filter(kind -> may(visit, kind))
                        .isPresent());
        return one ? path + "/tasks/" + alert.rule() + "?back=alerts" : null;
    }

    private static boolean may(Visit visit, EventKind kind) {
        Relation relation = visit.relation();
        return Access.decide(visit.officer(), new Adding(kind), relation).permitted();
    }

    /** The entries that do what a rule asks. */
    private static List<Pattern> patterns(Rule rule) {
        return switch (rule) {
            case Rule.Deadline deadline ->
                deadline.needs().stream().flatMap(need -> need.anyOf().stream()).toList();
            case Rule.Recurrence recurrence -> recurrence.doneBy();
            case Rule.DailyAmount daily -> daily.of();
            case Rule.MaximumDuration longest -> longest.activity().ends();
            case Rule.ForbiddenWindow window -> window.activity().ends();
            case Rule.RequiredPresence _, Rule.Refusal _ -> List.of();
        };
    }
}
