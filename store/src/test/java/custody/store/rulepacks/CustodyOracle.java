package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;
import static custody.store.rulepacks.Oracle.ruled;
import static custody.store.rulepacks.Oracle.told;

import custody.store.rulepacks.Oracle.Answer;
import custody.store.rulepacks.Story.Mark;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** The second evaluation's way through custody: what is told and entered first, who is told of it, and how long it may last. */
final class CustodyOracle {
    /** A court that decided about the holding; another decision may be about anything. */
    private static final Predicate<Mark> HOLDING = kind("court-decision").and(mark -> !mark.says("ruling", "other"));

    private final Oracle law;

    CustodyOracle(Oracle law) {
        this.law = law;
    }

    void expect() {
        custodyDuties();
        notices();
        limits();
    }

    private void custodyDuties() {
        Predicate<Mark> grounds = mark -> mark.kind().equals("rights-explained")
                && (mark.fields().isEmpty() || mark.says("rights", "grounds-and-suspicion"));
        law.from("grounds-told", 0, Minute::detained, 15, List.of(grounds));
        law.from("delivered", 0, Minute::detained, 60, List.of(kind("delivered")));
        int arrived = law.first(kind("delivered"), 0);
        int booked = law.first(kind("registered"), 0);
        law.from("registered", arrived, _ -> true, 10, List.of(kind("registered")));
        law.from("rights-explained", booked, Minute::detained, 15, List.of(kind("rights-explained")));
        law.from("questioned", booked, Minute::detained, 30, List.of(kind("detainee-questioned")));
        law.from("ground-gone", law.first(kind("ground-ceased"), 0), _ -> true, 30, List.of(kind("released")));
        // A judge lets somebody go: every such decision asks it anew, until somebody is let go or a court says
        // otherwise.
        law.each(
                "release-ordered",
                ruled("release", "detention-unlawful", "bail", "house-arrest", "personal-obligation"),
                30,
                true,
                kind("released").or(ruled("remand", "administrative-arrest")));
    }

    private void notices() {
        Predicate<Mark> relative = told("relative", true).or(told("parents", true));
        law.from("responsible-told", 0, Minute::criminal, 30, List.of(told("investigation-body", false)));
        law.from("relatives", 0, Minute::detained, 30, List.of(relative));
        law.from("legal-aid", 0, Minute::detained, 15, List.of(told("legal-aid", false)));
        law.known(
                "minor-notices",
                m -> m.detained() && m.minor(),
                30,
                List.of(told("parents", false), told("guardianship-body", false)));
        law.known(
                "dependent-child",
                m -> m.detained() && m.child(),
                30,
                List.of(told("juvenile-police", false), told("guardianship-body", false)));
        law.known(
                "intelligence",
                m -> m.detained() && m.status().equals("intelligence-staff"),
                30,
                List.of(told("agency", false)));
        law.from(
                "enforcement-officer",
                0,
                m -> m.detained() && m.status().equals("enforcement-officer"),
                24 * 60,
                List.of(told("ministry-of-justice", false)));
        law.from(
                "admin-protocol",
                0,
                m -> m.bases().contains("administrative"),
                30,
                List.of(kind("protocol-drawn-up"), told("relative", true), told("legal-aid", false)));
        law.from(
                "admin-border-prosecutor",
                0,
                m -> m.bases().contains("administrative") && m.regime().equals("border"),
                24 * 60,
                List.of(told("prosecutor", false)));
        law.known(
                "defender-mandatory",
                m -> m.criminal() && m.guarded(),
                30,
                List.of(any("defender-arrived", "defender-appointed")));
    }

    private void limits() {
        law.from(
                "to-court",
                0,
                Minute::noRuling,
                60 * 60,
                List.of(any("brought-to-court", "released").or(HOLDING)));
        law.from(
                "maximum",
                0,
                Minute::noRuling,
                72 * 60,
                List.of(kind("released").or(HOLDING)));
        law.from(
                "misdemeanour-to-court",
                0,
                m -> m.on("misdemeanour") && m.aggravation().equals("resistance-or-flight") && !m.noRuling(),
                60 * 60,
                List.of(any("brought-to-court", "released").or(HOLDING)));
        law.from("extradition-prosecutor", 0, m -> m.on("extradition"), 30, List.of(told("prosecutor", false)));
        law.from(
                "extradition-court",
                0,
                m -> m.on("extradition"),
                72 * 60,
                List.of(kind("released").or(HOLDING)));
        law.from(
                "court-permission",
                0,
                m -> m.bases().contains("court-permission"),
                36 * 60,
                List.of(any("brought-to-court", "released").or(HOLDING)));
        law.put(
                "misdemeanour",
                List.of(law.deadline(
                        0,
                        false,
                        m -> m.bases().contains("misdemeanour"),
                        m -> switch (law.minutes[m].aggravation()) {
                            case "resistance-or-flight" -> 72 * 60;
                            case "intoxicated-dangerous" -> 24 * 60;
                            default -> 3 * 60;
                        },
                        List.of(kind("released").or(HOLDING)),
                        law.released)));
        law.from(
                "visitor",
                0,
                m -> m.bases().contains("visitor"),
                180,
                List.of(any("released", "basis-changed", "basis-added")));
        List<Predicate<Mark>> notified = List.of(any("suspicion-notified", "released"));
        Answer day = law.answer(
                0, false, m -> m.criminal() && !(m.martial() && m.delayed()), _ -> 24 * 60, notified, law.released);
        Answer two = law.answer(0, false, m -> m.criminal() && m.martial(), _ -> 48 * 60, notified, law.released);
        law.put("suspicion", List.of(Oracle.stricter(day, two).text()));
        IntUnaryOperator admin = m -> law.minutes[m].regime().equals("border") ? 72 * 60 : 180;
        List<Predicate<Mark>> free = List.of(kind("released").or(HOLDING));
        Answer caught = law.answer(0, false, m -> m.bases().contains("administrative"), admin, free, law.released);
        int arrived = law.first(kind("delivered"), 0);
        Answer brought =
                law.answer(arrived, 0, false, m -> m.bases().contains("administrative"), admin, free, law.released);
        law.put("admin", List.of((arrived == NEVER ? caught : Oracle.stricter(caught, brought)).text()));
    }
}
