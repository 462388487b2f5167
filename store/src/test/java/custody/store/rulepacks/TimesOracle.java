package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;

import custody.store.rulepacks.Story.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The second evaluation's times: how long an interview went on, at what hours, and what every whole day owes. */
final class TimesOracle {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final List<String> WHO = List.of("", "consul", "investigator", "other");
    private final Oracle law;

    /** One stretch, begun by the mark of that number; {@code to} is {@code NEVER} while it goes on. */
    private record Stretch(int number, int from, int to) {
        boolean open() {
            return to == NEVER;
        }
    }

    TimesOracle(Oracle law) {
        this.law = law;
    }

    void expect() {
        Predicate<Mark> begins = any("interview-started", "interview-resumed");
        Predicate<Mark> ends = any("interview-break", "interview-ended");
        List<Stretch> interviews = joined(begins, ends);
        onEnd("interview-length", interviews, minute -> !law.minutes[minute].young(), 120);
        onEnd("interview-minor", interviews, minute -> law.minutes[minute].young(), 60);
        perDay("interview-day", interviews, minute -> !law.minutes[minute].young(), 480);
        perDay("interview-minor-day", interviews, minute -> law.minutes[minute].young(), 120);
        List<Stretch> talks = stretches(begins, ends);
        List<Stretch> acts = new ArrayList<>();
        for (String who : WHO) {
            acts.addAll(stretches(mark -> acts(mark) && who(mark).equals(who), mark -> ofTheSame(mark, who)));
        }
        acts.sort(Comparator.comparingInt(Stretch::number));
        night("night", talks, acts);
        night("night-actions", acts, talks);
        daily("regime-meals", _ -> 3, (from, to) -> given("meal", from, to));
        partly("regime-meals-part");
        daily("regime-sleep", _ -> 480, (from, to) -> minutesOf("sleep", from, to));
        daily(
                "regime-walk",
                then -> then.minor() || then.pregnant() ? 120 : 60,
                (from, to) -> minutesOf("walk", from, to));
    }

    private static boolean acts(Mark mark) {
        return mark.kind().equals("contact-started")
                && (mark.says("purpose", "interview") || mark.says("purpose", "investigative-action"));
    }

    private static String who(Mark mark) {
        return mark.fields().getOrDefault("category", "");
    }

    /** The end of a contact is the end of what the same people began; where one of the two does not say who, they may be. */
    private static boolean ofTheSame(Mark mark, String who) {
        return mark.kind().equals("contact-ended")
                && (who.isEmpty() || who(mark).isEmpty() || who(mark).equals(who));
    }

    /**
     * An interview goes on as long as any entry says so: those of the interview, or those of a contact for one, each contact
     * by whoever came. A break, or the interview's end, ends the contact's too.
     */
    private List<Stretch> joined(Predicate<Mark> begins, Predicate<Mark> ends) {
        List<Stretch> found = new ArrayList<>();
        Set<String> open = new HashSet<>();
        int begin = -1;
        for (int i = 0; i < law.past.size(); i++) {
            Mark mark = law.past.get(i);
            boolean left =
                    mark.at() == law.released && Set.of("released", "died").contains(mark.kind());
            boolean was = !open.isEmpty();
            if (left || ends.test(mark)) {
                open.clear();
            } else if (begins.test(mark)) {
                open.add("interview");
            } else if (acts(mark) && mark.says("purpose", "interview")) {
                open.add("contact " + who(mark));
            } else {
                open.removeIf(one -> !one.equals("interview") && ofTheSame(mark, one.replace("contact ", "")));
            }
            if (was && open.isEmpty()) {
                found.add(new Stretch(begin, law.past.get(begin).at(), mark.at()));
            } else if (!was && !open.isEmpty()) {
                begin = i;
            }
        }
        if (!open.isEmpty()) {
            found.add(new Stretch(begin, law.past.get(begin).at(), NEVER));
        }
        return found;
    }

    /** What begins only after the release is left out: nothing ends it any more. */
    private List<Stretch> stretches(Predicate<Mark> begins, Predicate<Mark> ends) {
        List<Stretch> found = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < law.past.size(); i++) {
            Mark mark = law.past.get(i);
            boolean left =
                    mark.at() == law.released && Set.of("released", "died").contains(mark.kind());
            if (begin >= 0 && (left || ends.test(mark))) {
                found.add(new Stretch(begin, law.past.get(begin).at(), mark.at()));
                begin = -1;
            } else if (begin < 0 && begins.test(mark)) {
                begin = i;
            }
        }
        if (begin >= 0) {
            found.add(new Stretch(begin, law.past.get(begin).at(), NEVER));
        }
        return found;
    }

    private boolean beyond(List<Stretch> stretches) {
        return stretches.stream().anyMatch(stretch -> stretch.from() >= law.released);
    }

    private void put(String rule, List<Stretch> stretches, List<String> found) {
        law.put(rule, beyond(stretches) ? List.of("skip") : found.isEmpty() ? List.of("not-applicable") : found);
    }

    /** Whoever is found out to be a minor is one from then on; what had gone on before counts, and is late only now. */
    private void onEnd(String rule, List<Stretch> stretches, IntPredicate held, int limit) {
        List<String> found = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int last = stretch.open() ? law.now : Math.max(stretch.from(), stretch.to() - 1);
            for (int from = stretch.from(); from <= last; from++) {
                if (held.test(from)) {
                    int to = from;
                    while (to <= last && held.test(to)) {
                        to++;
                    }
                    boolean open = stretch.open() && to > last;
                    int due = Math.max(from, stretch.from() + limit);
                    boolean over = (open ? law.now : Math.min(to, stretch.to())) > due;
                    found.add((open ? (over ? "breached:" : "running:") : (over ? "met-late:" : "met:")) + due);
                    from = to;
                }
            }
        }
        put(rule, stretches, found);
    }

    private void perDay(String rule, List<Stretch> stretches, IntPredicate held, int limit) {
        BitSet spoken = new BitSet();
        stretches.forEach(stretch -> spoken.set(stretch.from(), Math.min(stretch.to(), law.now)));
        boolean open = stretches.stream().anyMatch(Stretch::open) && held.test(law.now);
        TreeSet<LocalDate> days = new TreeSet<>();
        spoken.stream().filter(held).forEach(minute -> days.add(local(minute).toLocalDate()));
        if (open) {
            days.add(local(law.now).toLocalDate());
        }
        List<String> found = new ArrayList<>();
        for (LocalDate day : days) {
            found.add(ofDay(day, spoken, held, open, limit));
        }
        put(rule, stretches, found);
    }

    private String ofDay(LocalDate day, BitSet spoken, IntPredicate held, boolean goesOn, int limit) {
        int counted = 0;
        int due = NEVER;
        int from = Math.max(0, midnight(day));
        int to = midnight(day.plusDays(1));
        for (int minute = from; minute < Math.min(to, law.now); minute++) {
            if (spoken.get(minute)) {
                due = counted >= limit && due == NEVER && held.test(minute) ? minute : due;
                counted++;
            }
        }
        if (due != NEVER) {
            return "breached:" + due;
        }
        if (law.now >= to || !goesOn) {
            return "met";
        }
        int reached = law.now + Math.max(0, limit - counted);
        return reached > to ? "running" : "running:" + reached;
    }

    /** A contact and the interview within it are one act: one reason is enough, and it is broken once. */
    private void night(String rule, List<Stretch> stretches, List<Stretch> others) {
        List<String> found = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int dark = dark(stretch);
            String reason = reason(stretch, dark);
            boolean within = others.stream()
                    .anyMatch(other ->
                            other.number() < stretch.number() && other.to() > dark && sameNight(other, stretch));
            if (reason.isEmpty() && within) {
                continue;
            }
            if (reason.isEmpty() ? urgentBeside(stretch, others) : urgent(reason)) {
                found.add("met");
            } else if (dark < Math.min(stretch.to(), law.now)) {
                found.add("breached:" + dark);
            } else {
                found.add(stretch.open() ? "running:" + dark : "met");
            }
        }
        put(rule, stretches, found);
    }

    /** One act lies within one night: what began before six in the morning is another one. */
    private boolean sameNight(Stretch one, Stretch other) {
        return evening(one).equals(evening(other));
    }

    /** The day on which the night begins that the act meets first. */
    private LocalDate evening(Stretch stretch) {
        return local(dark(stretch)).toLocalDateTime().minusHours(6).toLocalDate();
    }

    private int dark(Stretch stretch) {
        int dark = stretch.from();
        while (!forbidden(dark)) {
            dark++;
        }
        return dark;
    }

    private boolean urgentBeside(Stretch stretch, List<Stretch> others) {
        int dark = dark(stretch);
        int last = dark == stretch.from() ? Math.min(stretch.to(), law.now) : dark;
        return others.stream()
                .anyMatch(other -> sameNight(other, stretch)
                        && other.from() <= last
                        && other.to() > stretch.from()
                        && urgent(reason(other, dark)));
    }

    private static boolean urgent(String reason) {
        return !reason.isEmpty() && !reason.equals("немає");
    }

    private boolean forbidden(int minute) {
        int hour = local(minute).getHour();
        return hour >= 22 || hour < 6;
    }

    /** What was said last before the night of what goes on; a resumed interview that says nothing is as it was begun. */
    private String reason(Stretch stretch, int dark) {
        Mark begin = law.past.get(stretch.number());
        String reason = "";
        for (int i = 0; i < law.past.size(); i++) {
            Mark mark = law.past.get(i);
            String said = mark.fields().getOrDefault("urgency", "");
            boolean later = i > stretch.number();
            boolean counts = mark.at() <= dark && mark.at() < stretch.to() && !said.isEmpty();
            if (acts(begin)) {
                boolean same = acts(mark) && who(mark).equals(who(begin));
                reason = i == stretch.number() || (later && counts && same) ? said : reason;
            } else if (mark.kind().equals("interview-started")) {
                reason = !later || counts ? said : reason;
            } else if (mark.kind().equals("interview-resumed") && !said.isEmpty()) {
                reason = !later || counts ? said : reason;
            }
        }
        return reason;
    }

    private interface Amount {
        int within(int from, int to);
    }

    /** Whole local days here from the first midnight after the registration; a day partly elsewhere is not judged. */
    private void daily(String rule, ToIntFunction<Minute> owed, Amount amount) {
        List<String> found = new ArrayList<>();
        int booked = law.first(kind("registered"), 0);
        int end = Math.min(law.now, law.gone);
        if (booked != NEVER) {
            LocalDate day = local(booked).toLocalDate();
            day = midnight(day) == booked ? day : day.plusDays(1);
            for (; midnight(day) <= end; day = day.plusDays(1)) {
                int from = midnight(day);
                int to = midnight(day.plusDays(1));
                boolean begun = from < end || law.gone > law.now;
                if (begun && judged(from, to, end)) {
                    boolean enough = amount.within(from, Math.min(to, end)) >= owed.applyAsInt(law.minutes[from]);
                    found.add((enough ? "met:" : to < law.now ? "breached:" : "running:") + to);
                }
            }
        }
        law.put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }

    /** The days that are not whole: a meal for each full eight hours of them. */
    private void partly(String rule) {
        List<String> found = new ArrayList<>();
        int booked = law.first(kind("registered"), 0);
        if (booked != NEVER) {
            boolean ended = law.gone <= law.now;
            int firstMidnight = midnight(local(booked).toLocalDate().plusDays(1));
            if (ended && law.gone < firstMidnight) {
                part(found, booked, law.gone);
            } else {
                if (midnight(local(booked).toLocalDate()) != booked) {
                    part(found, booked, firstMidnight);
                }
                if (ended) {
                    part(found, midnight(local(law.gone).toLocalDate()), law.gone);
                }
            }
        }
        law.put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }

    private void part(List<String> found, int from, int to) {
        int owed = (to - from) / 480;
        int seen = Math.min(to, law.now);
        Minute first = law.minutes[from];
        if (owed < 1 || !(first.detained() || first.on("remand"))) {
            return;
        }
        for (int minute = from; minute <= seen; minute++) {
            if (law.minutes[minute].away()) {
                return;
            }
        }
        boolean enough = given("meal", from, seen) >= owed;
        found.add((enough ? "met:" : to < law.now ? "breached:" : "running:") + to);
    }

    private boolean judged(int from, int to, int end) {
        Minute first = law.minutes[from];
        boolean cut = to > end;
        if (!(first.detained() || first.on("remand")) || (cut && law.gone <= law.now)) {
            return false;
        }
        for (int minute = from; minute < Math.min(to, end) || minute == from || (cut && minute == end); minute++) {
            if (law.minutes[minute].away()) {
                return false;
            }
        }
        return true;
    }

    /** The day's last instant belongs to the next day, unless it is the present one. */
    private int given(String kind, int from, int to) {
        return (int) law.past.stream()
                .filter(mark -> mark.kind().equals(kind))
                .filter(mark -> mark.at() >= from && (mark.at() < to || (mark.at() == to && to == law.now)))
                .count();
    }

    /** A minute that two entries tell of is one minute. */
    private int minutesOf(String kind, int from, int to) {
        BitSet spent = new BitSet();
        for (Mark mark : law.past) {
            if (mark.kind().equals(kind)) {
                spent.set(mark.at(), Integer.parseInt(mark.fields().getOrDefault("until", "0")));
            }
        }
        return spent.get(from, Math.max(from, to)).cardinality();
    }

    private ZonedDateTime local(int minute) {
        return law.story.minute(minute).atZone(KYIV);
    }

    private int midnight(LocalDate day) {
        Instant at = day.atStartOfDay(KYIV).toInstant();
        return (int) Duration.between(law.story.zero, at).toMinutes();
    }
}
