package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;
import static custody.store.rulepacks.PaceOracle.HOUR;

import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The second evaluation of what comes again: reviews, visits, meals, rest, breaks; and of medical attention. */
final class PaceCareOracle {
    private static final int DAY = 24 * HOUR;
    private final PaceOracle law;

    PaceCareOracle(PaceOracle law) {
        this.law = law;
    }

    void expect() {
        reviews();
        Predicate<Mark> visit = kind("check-made");
        again("visits", HOUR, law.arrested::get, visit);
        // An entry that leaves it open denies nothing.
        again(
                "rousing",
                HOUR / 2,
                minute -> law.arrested.get(minute) && law.intoxicated.get(minute),
                visit.and(mark -> !mark.says("roused", "false")));
        breaks();
        daily("meals", 3, (from, to) -> (int) law.past.stream()
                .filter(kind("meal"))
                .filter(mark -> mark.at() >= from && (mark.at() < to || (mark.at() == to && to == law.now)))
                .count());
        daily("rest", 8 * HOUR, this::longestRest);
        attention("healthcare", PaceCareOracle::ill, 0);
        attention("healthcare-injury", kind("injury"), HOUR);
        List<String> interviews = new ArrayList<>();
        for (Mark mark : law.past) {
            boolean helped = law.young.get(mark.at()) || law.vulnerable.get(mark.at());
            if (any("interview-started", "interview-resumed").test(mark) && helped && law.arrested.get(mark.at())) {
                boolean adult = adultNamed(mark) || adultThere(mark.at());
                interviews.add((adult ? "met:" : "breached:") + mark.at());
            }
        }
        law.put("appropriate-adult-interview", interviews);
    }

    /** Named for this stretch or before in this interview, and not gone since. */
    private boolean adultNamed(Mark stretch) {
        String named = "";
        for (Mark mark : law.past.subList(0, law.past.indexOf(stretch) + 1)) {
            if (mark.kind().equals("interview-started")) {
                named = mark.fields().getOrDefault("appropriateAdult", "");
            } else if (mark.kind().equals("interview-resumed")) {
                named = mark.fields().getOrDefault("appropriateAdult", named);
            } else if (mark.kind().equals("appropriate-adult") && mark.says("attendance", "left")) {
                named = "";
            }
        }
        return !named.isEmpty() && !named.equals("none");
    }

    /** Ill, injured or in need of attention, whoever noticed it and however it was written. */
    private static boolean ill(Mark mark) {
        return switch (mark.kind()) {
            case "complaint" -> mark.says("subject", "medical");
            case "medic-called" ->
                Set.of("request", "complaint", "injury", "worsening", "emergency")
                        .contains(mark.fields().getOrDefault("why", ""));
            case "detainee-questioned" -> mark.says("wantsDoctor", "true");
            case "incident" ->
                Set.of("suicide-attempt", "self-harm", "assault")
                        .contains(mark.fields().getOrDefault("kind", ""));
            case "check-made" -> mark.says("condition", "unwell") || mark.says("condition", "unresponsive");
            case "force-used", "special-means-used" -> mark.says("injured", "true");
            default -> false;
        };
    }

    /** What was done up to so long before counts; an injury may have been found in it. */
    private void attention(String rule, Predicate<Mark> trigger, int before) {
        Predicate<Mark> seen = any("medic-arrived", "examined", "hospital");
        List<String> found = new ArrayList<>();
        for (Mark mark : law.past) {
            if (trigger.test(mark)) {
                int met = Math.max(mark.at(), law.first(seen, mark.at() - before));
                found.add(law.deadline(mark.at(), _ -> 30, _ -> true, _ -> true, met));
            }
        }
        law.put(rule, found);
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

    /**
     * The present review: six hours, then nine, on minutes that count. Put off once and in time, it may be an hour later;
     * the one after counts from when it should have been (s.40(3)-(7)). It walks the minutes and keeps what is left.
     */
    private void reviews() {
        int end = Math.min(law.now, law.released);
        if (law.booked > end) {
            law.put("review", "last not-applicable");
            return;
        }
        boolean on = detained(law.booked);
        BitSet reviews = minutes(PaceOracle::review);
        BitSet putOff = minutes(PaceOracle.delayed("explanations"));
        boolean reviewed = false;
        int left = 6 * HOUR;
        int proper = NEVER;
        int due = NEVER;
        for (int minute = law.booked; minute <= end; minute++) {
            if (minute > law.booked && reviews.get(minute)) {
                left = 9 * HOUR + (proper < 0 ? proper : 0);
                proper = NEVER;
                reviewed = true;
                due = back(minute, left);
            } else if (minute > law.booked
                    && on
                    && detained(minute)
                    && proper == NEVER
                    && left >= 0
                    && putOff.get(minute)) {
                proper = left;
                left += HOUR;
            } else if (!on && detained(minute)) {
                left = reviewed ? 9 * HOUR : 6 * HOUR;
            }
            on = detained(minute);
            proper = on ? proper : NEVER;
            due = left >= 0 ? minute + left : due;
            if (minute < end && on && law.counts(minute)) {
                left--;
                proper = proper == NEVER ? NEVER : proper - 1;
            }
        }
        String state = law.counts(end) ? "running:" + due : "suspended";
        if (on && left < 0) {
            state = "breached:" + due;
        } else if (!on || law.released <= law.now) {
            state = "not-applicable";
        }
        law.put("review", "last " + state);
    }

    /** When that many minutes too many had not counted yet. */
    private int back(int minute, int left) {
        int at = minute;
        for (int spent = left; spent < 0; ) {
            at--;
            spent += detained(at) && law.counts(at) ? 1 : 0;
        }
        return at;
    }

    private boolean detained(int minute) {
        return law.arrested.get(minute) && !law.handedOver.get(minute);
    }

    private BitSet minutes(Predicate<Mark> wanted) {
        BitSet found = new BitSet();
        law.past.stream().filter(wanted).forEach(mark -> found.set(mark.at()));
        return found;
    }

    /** The present gap; walks the minutes and keeps the due one. */
    private void again(String rule, int every, IntPredicate holds, Predicate<Mark> done) {
        int end = Math.min(law.now, law.gone);
        BitSet seen = minutes(done);
        int due = NEVER;
        for (int minute = law.booked; minute <= end; minute++) {
            boolean on = holds.test(minute) && !law.elsewhere.get(minute);
            boolean looked = minute > law.booked && seen.get(minute);
            due = !on ? NEVER : looked || due == NEVER ? minute + every : due;
        }
        boolean on = law.booked <= end && holds.test(end);
        if (due != NEVER && due < end) {
            law.put(rule, "last breached:" + due);
        } else if (law.gone <= law.now || !on) {
            law.put(rule, "last not-applicable");
        } else {
            law.put(rule, due == NEVER ? "last suspended" : "last running:" + due);
        }
    }

    private void breaks() {
        List<String> found = new ArrayList<>();
        Mark begin = null;
        for (Mark mark : law.past) {
            boolean left =
                    mark.at() == law.released && List.of("released", "died").contains(mark.kind());
            if (begin != null
                    && (left || any("interview-break", "interview-ended").test(mark))) {
                stretch(found, begin.at(), mark.at());
                begin = null;
            } else if (begin == null
                    && any("interview-started", "interview-resumed").test(mark)) {
                begin = mark;
                if (mark.at() >= law.released) {
                    law.put("interview-breaks", "skip");
                    return;
                }
            }
        }
        if (begin != null) {
            stretch(found, begin.at(), NEVER);
        }
        law.put("interview-breaks", found);
    }

    /** What had gone on before the arrest counts, and is late only after it. */
    private void stretch(List<String> found, int from, int to) {
        int last = to == NEVER ? law.now : Math.max(from, to - 1);
        for (int begin = from; begin <= last; begin++) {
            if (law.arrested.get(begin)) {
                int end = begin;
                while (end <= last && law.arrested.get(end)) {
                    end++;
                }
                boolean open = to == NEVER && end > last;
                int due = Math.max(begin, from + 2 * HOUR);
                boolean over = (open ? law.now : Math.min(end, to)) > due;
                found.add((open ? (over ? "breached:" : "running:") : (over ? "met-late:" : "met:")) + due);
                begin = end;
            }
        }
    }

    private interface Amount {
        int within(int from, int to);
    }

    /** Days of 24 hours from the arrival; one partly elsewhere, or cut by the departure, is not judged. */
    private void daily(String rule, int owed, Amount amount) {
        List<String> found = new ArrayList<>();
        int arrived = law.first(kind("delivered"), 0);
        int end = Math.min(law.now, law.gone);
        for (int from = arrived; from != NEVER && from <= end; from += DAY) {
            int to = from + DAY;
            boolean begun = from < end || law.gone > law.now;
            boolean cut = to > end;
            if (begun
                    && law.arrested.get(from)
                    && !(cut && law.gone <= law.now)
                    && here(from, Math.min(to, end), cut)) {
                boolean enough = amount.within(from, Math.min(to, end)) >= owed;
                found.add((enough ? "met:" : to < law.now ? "breached:" : "running:") + to);
            }
        }
        law.put(rule, found);
    }

    private boolean here(int from, int to, boolean cut) {
        int away = law.elsewhere.nextSetBit(from);
        return away < 0 || away > to || (away == to && !cut && away != from);
    }

    /** The longest stretch of rest within the day, free from questioning (Code C 12.2). */
    private int longestRest(int from, int to) {
        BitSet resting = new BitSet();
        for (Mark mark : law.past) {
            if (mark.kind().equals("sleep")) {
                resting.set(mark.at(), Integer.parseInt(mark.fields().getOrDefault("until", "0")));
            }
        }
        resting.andNot(law.questioned);
        int longest = 0;
        for (int minute = resting.nextSetBit(from); minute >= 0 && minute < to; ) {
            int stop = resting.nextClearBit(minute);
            longest = Math.max(longest, Math.min(stop, to) - minute);
            minute = resting.nextSetBit(stop);
        }
        return longest;
    }
}
