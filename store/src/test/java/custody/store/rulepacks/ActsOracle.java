package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.kind;

import custody.store.rulepacks.Oracle.When;
import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The second evaluation's acts: what must be shown of one, and what must not be done. */
final class ActsOracle {
    private final Oracle law;

    ActsOracle(Oracle law) {
        this.law = law;
    }

    void expect() {
        shown("search-person", kind("searched"), Minute::criminal, mark -> {
            boolean witnessed = mark.fields().getOrDefault("witnesses", "").contains(";");
            boolean filmed = minute(mark).martial() && mark.says("video", "true");
            return mark.says("sameSex", "true") && (witnessed || filmed);
        });
        // Throughout the interview, so after each break anew.
        Predicate<Mark> interview = Oracle.any("interview-started", "interview-resumed");
        Predicate<Mark> defended = mark -> takesPart(law.past, mark, "defender");
        shown("defender-at-interview", interview, then -> then.criminal() && then.guarded(), defended);
        shown(
                "martial-interview",
                interview,
                then -> then.criminal() && then.martial(),
                mark -> defended.test(mark)
                        && said(law.past, mark, "videoRecorded").equals("true"));
        shown(
                "interview-minor-adult",
                interview,
                Minute::young,
                mark -> takesPart(law.past, mark, "appropriateAdult") || adultThere(mark.at()));
        Predicate<Mark> force =
                mark -> List.of("force-used", "special-means-used").contains(mark.kind())
                        && !mark.says("armedOrGroupAttack", "true");
        forbidden(
                "force-banned",
                force.or(mark -> mark.kind().equals("handcuffs") && mark.says("state", "on")),
                then -> then.pregnant() || then.disabled());
        forbidden(
                "consulate-asylum",
                mark -> mark.kind().equals("notice")
                        && mark.says("addressee", "consulate")
                        && (mark.says("outcome", "attempted") || mark.says("outcome", "reached")),
                then -> then.has("asylum-seeker"));
    }

    /** Somebody was named for this stretch or before in this interview, and the adult has not left since. */
    static boolean takesPart(List<Mark> past, Mark stretch, String who) {
        String named = "";
        for (Mark mark : past.subList(0, past.indexOf(stretch) + 1)) {
            if (mark.kind().equals("interview-started")) {
                named = mark.fields().getOrDefault(who, "");
            } else if (mark.kind().equals("interview-resumed")) {
                named = mark.fields().getOrDefault(who, named);
            } else if (who.equals("appropriateAdult")
                    && mark.kind().equals("appropriate-adult")
                    && mark.says("attendance", "left")) {
                named = "";
            }
        }
        return !named.isEmpty() && !List.of("немає", "Немає.", "none").contains(named);
    }

    /** What was last said of it in this interview. */
    private static String said(List<Mark> past, Mark stretch, String what) {
        String said = "";
        for (Mark mark : past.subList(0, past.indexOf(stretch) + 1)) {
            if (mark.kind().equals("interview-started")) {
                said = mark.fields().getOrDefault(what, "");
            } else if (mark.kind().equals("interview-resumed")) {
                said = mark.fields().getOrDefault(what, said);
            }
        }
        return said;
    }

    private Minute minute(Mark mark) {
        return law.minutes[mark.at()];
    }

    private boolean adultThere(int at) {
        boolean there = false;
        for (Mark mark : law.past) {
            if (mark.kind().equals("appropriate-adult") && mark.at() <= at) {
                there = mark.says("attendance", "arrived") || (there && !mark.says("attendance", "left"));
            }
        }
        return there;
    }

    private void shown(String rule, Predicate<Mark> act, When when, Predicate<Mark> shown) {
        List<String> found = new ArrayList<>();
        for (Mark mark : law.past) {
            if (act.test(mark) && when.holds(minute(mark))) {
                found.add((shown.test(mark) ? "met:" : "breached:") + mark.at());
            }
        }
        law.put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }

    private void forbidden(String rule, Predicate<Mark> act, When when) {
        List<String> found = new ArrayList<>();
        for (Mark mark : law.past) {
            if (act.test(mark) && when.holds(minute(mark))) {
                found.add("breached:" + mark.at());
            }
        }
        boolean inForce = law.released == NEVER && when.holds(law.minutes[law.now]);
        law.put(rule, found.isEmpty() ? List.of(inForce ? "running" : "not-applicable") : found);
    }
}
