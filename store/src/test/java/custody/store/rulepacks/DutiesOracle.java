package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;
import static custody.store.rulepacks.Oracle.told;

import custody.store.rulepacks.Oracle.Answer;
import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The second evaluation's further deadlines: on request, in police care, of papers, of notices made again. */
final class DutiesOracle {
    private final Oracle law;

    DutiesOracle(Oracle law) {
        this.law = law;
    }

    void expect() {
        consulAndJudge();
        policeCare();
        papers();
        legalAidAgain();
        injuries();
        noticesChecked();
        int remand = law.first(kind("court-decision").and(mark -> mark.says("ruling", "remand")), 0);
        Predicate<Mark> prison = kind("transferred").and(mark -> mark.says("destination", "remand-prison"));
        law.from("remand-itt", remand, _ -> true, 3 * 24 * 60, List.of(prison.or(kind("released"))));
        boolean came = law.past.getFirst().says("basis", "remand");
        int arrived = law.first(kind("delivered"), 0);
        law.from(
                "remand-arrived",
                arrived,
                then -> then.on("remand") && (came || !then.remanded()),
                3 * 24 * 60,
                List.of(prison.or(kind("released"))));
        statedEnds(prison.or(kind("released")));
    }

    /** A ruling that says until what day somebody may be held: to the end of that day, or to the next ruling to hold. */
    private void statedEnds(Predicate<Mark> over) {
        Predicate<Mark> holding = Oracle.ruled("remand", "administrative-arrest");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < law.past.size(); i++) {
            Mark mark = law.past.get(i);
            String day = mark.fields().get(Telling.HELD);
            if (day != null && holding.or(Oracle.ruled("other")).test(mark)) {
                int end = law.story.over(day) - mark.at();
                int met = Math.min(law.first(over, mark.at()), next(i, holding));
                found.add(law.answer(mark.at(), false, _ -> true, _ -> end, met, law.released)
                        .text());
            }
        }
        put("held-until", found);
    }

    /** Of two at one minute the one written later follows the other. */
    private int next(int itself, Predicate<Mark> wanted) {
        return law.past.stream()
                .skip(itself + 1L)
                .filter(wanted)
                .mapToInt(Mark::at)
                .findFirst()
                .orElse(NEVER);
    }

    private void consulAndJudge() {
        // A contact that does not say whose may be the consul's: what is left open denies nothing.
        Predicate<Mark> consul = told("consulate", false)
                .or(kind("contact-started")
                        .and(mark ->
                                mark.fields().getOrDefault("category", "consul").equals("consul")));
        int asked = law.first(kind("detainee-questioned").and(mark -> mark.says("wantsConsul", "true")), 0);
        law.from("consulate", asked, then -> then.foreign() && !then.has("asylum-seeker"), 30, List.of(consul));
        law.known(
                "judge",
                then -> then.has("judge") && then.criminal() && !then.on("court-permission"),
                30,
                List.of(kind("released")));
    }

    private void policeCare() {
        Predicate<Mark> someone =
                told("relative", false).or(told("parents", false)).or(told("guardianship-body", false));
        law.from("police-care", 0, then -> then.on("police-care"), 30, List.of(kind("protocol-drawn-up"), someone));
        law.from(
                "police-care-handover",
                0,
                then -> then.on("police-care"),
                180,
                List.of(any("released", "transferred")));
    }

    private void papers() {
        int drawn = law.first(kind("protocol-drawn-up"), 0);
        Predicate<Mark> copy = kind("protocol-copy-given");
        int met = met(
                List.of(
                        copy.and(mark -> mark.says("recipient", "detainee")),
                        copy.and(mark -> mark.says("recipient", "prosecutor"))),
                drawn,
                drawn);
        law.put(
                "protocol-copies",
                List.of(law.answer(drawn, false, Minute::criminal, _ -> 30, met, NEVER)
                        .text()));
        List<String> found = new ArrayList<>();
        for (Mark mark : law.past) {
            if (mark.kind().equals("violation-found")) {
                Predicate<Mark> report = Oracle.mayMean(mark, kind("violation-reported"));
                int both = met(
                        List.of(report.and(it -> it.says("to", "head")), report.and(it -> it.says("to", "prosecutor"))),
                        mark.at(),
                        mark.at());
                found.add(law.answer(mark.at(), false, _ -> true, _ -> 30, both, NEVER)
                        .text());
            }
        }
        put("ill-treatment", found);
    }

    /**
     * A notice is followed by the defender, or by another notice, within two hours; it does not follow itself. Where he has
     * come already nobody is waited for.
     */
    private void legalAidAgain() {
        Predicate<Mark> notice = told("legal-aid", false);
        Predicate<Mark> come = any("defender-arrived", "defender-waived");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < law.past.size(); i++) {
            Mark mark = law.past.get(i);
            if (notice.test(mark) && heldSince(mark.at())) {
                int met = Math.min(next(i, notice), law.first(come, mark.at()));
                Answer answer = law.answer(mark.at(), false, DutiesOracle::waiting, _ -> 120, met, law.released);
                found.add(answer.text());
            }
        }
        put("legal-aid-again", found);
    }

    private static boolean waiting(Minute then) {
        return then.detained() && !then.defended();
    }

    private boolean heldSince(int from) {
        for (int minute = from; minute <= law.now; minute++) {
            if (waiting(law.minutes[minute])) {
                return true;
            }
        }
        return false;
    }

    /** An examination up to an hour before counts: the injury was found in it. */
    private void injuries() {
        List<String> found = new ArrayList<>();
        for (Mark mark : law.past) {
            if (mark.kind().equals("injury")) {
                int met = met(List.of(kind("examined")), mark.at() - 60, mark.at());
                found.add(law.answer(mark.at(), false, _ -> true, _ -> 15, met, law.released)
                        .text());
            }
        }
        put("medical-injury", found);
    }

    private void noticesChecked() {
        int booked = law.first(kind("registered"), 0);
        Minute last = law.minutes[Math.min(law.now, law.released)];
        List<Predicate<Mark>> notices = new ArrayList<>();
        notices.add(told("relative", true).or(told("parents", true)));
        notices.add(told("legal-aid", false));
        if (last.minor()) {
            notices.add(told("parents", false));
        }
        if (last.minor() || last.child()) {
            notices.add(told("guardianship-body", false));
        }
        if (last.child()) {
            notices.add(told("juvenile-police", false));
        }
        if (last.has("intelligence-staff")) {
            notices.add(told("agency", false));
        }
        if (last.has("enforcement-officer")) {
            notices.add(told("ministry-of-justice", false));
        }
        law.put(
                "notices-checked",
                List.of(law.answer(booked, false, Minute::detained, _ -> 30, met(notices, 0, booked), law.released)
                        .text()));
    }

    /** When all of it had been done, counted from {@code since}; what was done before it was asked for was done then. */
    private int met(List<Predicate<Mark>> all, int since, int asked) {
        int met = asked;
        for (Predicate<Mark> need : all) {
            met = Math.max(met, law.first(need, since));
        }
        return met;
    }

    private void put(String rule, List<String> found) {
        law.put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }
}
