package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.kind;

import custody.store.rulepacks.Oracle.When;
import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.Comparator;
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
        shown(
                "search-held",
                kind("searched"),
                then -> (then.on("administrative") || then.on("remand") || then.on("extradition")) && !then.criminal(),
                mark -> mark.says("sameSex", "true")
                        && (!minute(mark).on("administrative")
                                || mark.fields().getOrDefault("witnesses", "").contains(";")));
        // Throughout the interview: after each break anew, and whenever it comes to be asked for.
        throughout("defender-at-interview", then -> then.criminal() && then.guarded(), at -> takesPart(at, "defender"));
        throughout(
                "martial-interview",
                then -> then.criminal() && then.martial(),
                at -> takesPart(at, "defender") && said(at, "videoRecorded").equals("true"));
        throughout(
                "interview-minor-adult", Minute::young, at -> takesPart(at, "appropriateAdult") || adultThere(at.at()));
        forbidden(
                "interview-as-contact",
                mark -> mark.kind().equals("contact-started") && mark.says("purpose", "interview"),
                _ -> true);
        Predicate<Mark> force =
                mark -> (List.of("force-used", "special-means-used").contains(mark.kind())
                                || (mark.kind().equals("handcuffs") && mark.says("state", "on")))
                        && !mark.says("armedOrGroupAttack", "true");
        forbidden("force-banned", force, then -> then.pregnant() || then.smallChild() || then.disabled());
        forbidden(
                "consulate-asylum",
                mark -> mark.kind().equals("notice")
                        && mark.says("addressee", "consulate")
                        && (mark.says("outcome", "attempted") || mark.says("outcome", "reached")),
                then -> then.has("asylum-seeker"));
    }

    /** A moment of an interview: an entry of its own, or a minute within it; {@code entry} is -1 there. */
    private record At(int at, int entry) {}

    private void throughout(String rule, When when, Predicate<At> shown) {
        List<At> moments = new ArrayList<>();
        for (int i = 0; i < law.past.size(); i++) {
            if (interview(law.past.get(i))) {
                moments.add(new At(law.past.get(i).at(), i));
            }
        }
        for (int minute = 1; minute <= law.now; minute++) {
            boolean begins = when.holds(law.minutes[minute])
                    && (!when.holds(law.minutes[minute - 1]) || (rule.contains("adult") && leaves(minute)));
            int here = minute;
            if (begins && goesOn(minute) && moments.stream().noneMatch(moment -> moment.at() == here)) {
                moments.add(new At(minute, -1));
            }
        }
        moments.sort(Comparator.comparingInt(At::at));
        List<String> found = new ArrayList<>();
        for (At moment : moments) {
            if (when.holds(law.minutes[moment.at()])) {
                found.add((shown.test(moment) ? "met:" : "breached:") + moment.at());
            }
        }
        law.put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }

    private static boolean interview(Mark mark) {
        return mark.kind().equals("interview-started") || mark.kind().equals("interview-resumed");
    }

    private boolean leaves(int minute) {
        return law.past.stream().anyMatch(mark -> mark.at() == minute && left(mark));
    }

    private static boolean left(Mark mark) {
        return mark.kind().equals("appropriate-adult") && mark.says("attendance", "left");
    }

    /** Begun before, and not over by the end of that minute: whoever leaves with the end leaves no interview. */
    private boolean goesOn(int minute) {
        boolean on = false;
        for (Mark mark : law.past) {
            if (mark.at() > minute || (on && mark.at() == minute && interview(mark))) {
                continue;
            }
            boolean released = mark.at() == law.released
                    && (mark.kind().equals("released") || mark.kind().equals("died"));
            if (interview(mark)) {
                on |= mark.at() < minute;
            } else if (released
                    || mark.kind().equals("interview-break")
                    || mark.kind().equals("interview-ended")) {
                on = false;
            }
        }
        return on;
    }

    /** Somebody was named for this stretch or before in this interview, and not all of them have left since. */
    private boolean takesPart(At moment, String who) {
        String named = "";
        String there = "";
        int by = -1;
        for (int i = 0; i < law.past.size() && law.past.get(i).at() <= moment.at(); i++) {
            Mark mark = law.past.get(i);
            if (interview(mark) && (moment.entry() < 0 || i <= moment.entry())) {
                String before = mark.kind().equals("interview-started") ? "" : named;
                boolean anew =
                        mark.kind().equals("interview-started") || mark.fields().containsKey(who);
                by = anew ? i : by;
                named = mark.fields().getOrDefault(who, before);
                there = anew ? (named.startsWith("мати") ? "parent psychologist" : "psychologist") : there;
            } else if (who.equals("appropriateAdult") && left(mark) && (moment.entry() < 0 || by != moment.entry())) {
                String gone = mark.fields().getOrDefault("capacity", "");
                there = gone.isEmpty() ? "" : there.replace(gone, "").strip();
                named = there.isEmpty() ? "" : named;
            }
        }
        return !named.isEmpty() && !List.of("немає", "Немає.", "none").contains(named);
    }

    /** What was last said of it in this interview. */
    private String said(At moment, String what) {
        String said = "";
        for (int i = 0; i < law.past.size() && law.past.get(i).at() <= moment.at(); i++) {
            Mark mark = law.past.get(i);
            if (interview(mark) && (moment.entry() < 0 || i <= moment.entry())) {
                said = mark.fields().getOrDefault(what, mark.kind().equals("interview-started") ? "" : said);
            }
        }
        return said;
    }

    private Minute minute(Mark mark) {
        return law.minutes[mark.at()];
    }

    /** Whoever comes is there until somebody of the same capacity leaves, or somebody of whom nothing is said. */
    private boolean adultThere(int at) {
        List<String> there = new ArrayList<>();
        for (Mark mark : law.past) {
            String who = mark.fields().getOrDefault("capacity", "");
            if (!mark.kind().equals("appropriate-adult") || mark.at() > at) {
                continue;
            }
            if (mark.says("attendance", "arrived")) {
                there.add(who);
            } else if (mark.says("attendance", "left")) {
                String gone = there.contains(who) ? who : "";
                there.removeIf(one -> who.isEmpty() || one.equals(gone));
            }
        }
        return !there.isEmpty();
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
