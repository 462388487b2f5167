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
        List<Adult> there = new ArrayList<>();
        int by = -1;
        for (int i = 0; i < law.past.size() && law.past.get(i).at() <= moment.at(); i++) {
            Mark mark = law.past.get(i);
            if (interview(mark) && (moment.entry() < 0 || i <= moment.entry())) {
                if (mark.kind().equals("interview-started") || mark.fields().containsKey(who)) {
                    there = named(mark.fields().getOrDefault(who, ""));
                    by = i;
                }
            } else if (who.equals("appropriateAdult") && left(mark) && (moment.entry() < 0 || by != moment.entry())) {
                leaves(mark, there);
            }
        }
        return !there.isEmpty();
    }

    /** Who is there, by name and as what; empty where the one or the other is not told. */
    private record Adult(String name, String as) {
        /** How surely this is the one who left: by name, by capacity, or because nothing speaks against it. */
        int likeness(Adult gone) {
            boolean bothNamed = !name.isEmpty() && !gone.name.isEmpty();
            boolean same = !as.isEmpty() && as.equals(gone.as);
            boolean open = as.isEmpty() || gone.as.isEmpty();
            if (bothNamed) {
                return name.equals(gone.name) ? 5 : same ? 2 : open ? 1 : 0;
            }
            return same ? 4 : open ? 3 : 0;
        }
    }

    private static List<Adult> named(String line) {
        return new ArrayList<>(
                switch (line) {
                    case "", "немає", "Немає.", "none" -> List.of();
                    case "психолог" -> List.of(new Adult("", "psychologist"));
                    case "мати та психологиня" -> List.of(new Adult("", "parent"), new Adult("", "psychologist"));
                    case "представник служби у справах дітей" -> List.of(new Adult("", "guardianship-body"));
                    case Story.WITH_PHONE -> List.of(new Adult("Лук'яненко Ольга", "parent"));
                    default -> List.of(new Adult("", ""));
                });
    }

    private static Adult adult(Mark mark) {
        String name = mark.fields().getOrDefault("name", "").replace('’', '\'');
        return new Adult(name, mark.fields().getOrDefault("capacity", ""));
    }

    /** Somebody has left, whoever it was: those it is most likely of, or one of those of whom it cannot be excluded. */
    private static void leaves(Mark mark, List<Adult> there) {
        Adult gone = adult(mark);
        int likeness = there.stream().mapToInt(one -> one.likeness(gone)).max().orElse(0);
        List<Adult> meant =
                there.stream().filter(one -> one.likeness(gone) == likeness).toList();
        if (likeness == 1) {
            there.remove(meant.getFirst());
        } else if (likeness > 1) {
            there.removeAll(meant);
        }
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

    /** Whoever comes is there until that person leaves. */
    private boolean adultThere(int at) {
        List<Adult> there = new ArrayList<>();
        for (Mark mark : law.past) {
            if (!mark.kind().equals("appropriate-adult") || mark.at() > at) {
                continue;
            }
            if (mark.says("attendance", "arrived")) {
                there.add(adult(mark));
            } else if (left(mark)) {
                leaves(mark, there);
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
