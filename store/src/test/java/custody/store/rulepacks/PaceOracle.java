package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;
import static custody.store.rulepacks.Oracle.told;

import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * A second evaluation of the English pack, written from PACE, Code C and the pack's sources and not from the engine. Brute
 * force: it looks at every minute. Knows nothing of packs, rules or conditions.
 */
final class PaceOracle {
    static final int HOUR = 60;
    private static final Set<String> ARRESTED =
            Set.of("cpc-208", "cpc-208-2", "private-arrest", "court-permission", "misdemeanour");
    private final PaceStory story;
    final int now;
    final List<Mark> past;
    final BitSet arrested = new BitSet();
    final BitSet handedOver = new BitSet();
    final BitSet hospital = new BitSet();
    final BitSet elsewhere = new BitSet();
    final BitSet questioned = new BitSet();
    final BitSet young = new BitSet();
    final BitSet vulnerable = new BitSet();
    final BitSet intoxicated = new BitSet();
    final int released;
    final int gone;
    final int booked;

    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    PaceOracle(PaceStory story, int now) {
        this.story = story;
        this.now = now;
        this.past = story.marks.stream().filter(mark -> mark.at() <= now).toList();
        this.released = first(any("released", "died", "escaped"), 0);
        this.gone = Math.min(released, first(kind("transferred"), 0));
        this.booked = first(kind("registered"), 0);
        int next = 0;
        State state = new State();
        for (int minute = 0; minute <= now; minute++) {
            for (; next < past.size() && past.get(next).at() == minute; next++) {
                state.after(past.get(next));
            }
            arrested.set(minute, state.arrested);
            handedOver.set(minute, state.court || state.prison);
            hospital.set(minute, state.hospital);
            elsewhere.set(minute, state.hospital || state.out);
            questioned.set(minute, state.questioned);
            young.set(minute, state.minor || state.doubt);
            vulnerable.set(minute, state.vulnerable);
            intoxicated.set(minute, state.intoxicated);
        }
    }

    /** What is the case after each entry. */
    private static final class State {
        boolean arrested;
        boolean charged;
        boolean court;
        boolean prison;
        boolean hospital;
        boolean out;
        boolean questioned;
        boolean minor;
        boolean doubt;
        boolean vulnerable;
        boolean intoxicated;

        void after(Mark mark) {
            switch (mark.kind()) {
                case "apprehended" -> {
                    arrested = ARRESTED.contains(mark.fields().getOrDefault("basis", ""));
                    identified(mark);
                }
                case "basis-changed" ->
                    arrested = ARRESTED.contains(mark.fields().getOrDefault("basis", ""));
                case "identified" -> identified(mark);
                case "hospital" -> {
                    hospital = !mark.says("stage", "returned");
                    out = out && hospital;
                }
                case "suspicion-notified" -> charged = true;
                case "brought-to-court" -> court |= charged;
                case "transferred" -> prison |= mark.says("destination", "remand-prison");
                case "escort-out" -> out = true;
                case "escort-in", "delivered" -> {
                    out = false;
                    hospital = false;
                }
                case "interview-started", "interview-resumed" -> questioned = true;
                case "interview-break", "interview-ended", "released", "died" -> questioned = false;
                case "risk-assessed" -> {
                    String risks = mark.fields().getOrDefault("risks", "");
                    vulnerable = risks.contains("vulnerable");
                    intoxicated = risks.contains("intoxicated");
                }
                default -> {}
            }
        }

        /** Who looks under 18 is treated so without clear evidence (Code C 1.5). */
        private void identified(Mark mark) {
            String birth = mark.fields().get("person.birthDate");
            minor = birth == null ? minor : birth.startsWith("2012");
            doubt = mark.fields().containsKey("person.ageDoubt") || (doubt && birth == null);
        }
    }

    /** Time in hospital, or on the way, is in no period of this part of the Act unless there are questions (s.41(6)). */
    boolean counts(int minute) {
        return !hospital.get(minute) || questioned.get(minute);
    }

    /** What each rule's clocks should be: state, and due minute after a colon where there is one. */
    Map<String, List<String>> expected() {
        detention();
        desk();
        rights();
        new PaceCareOracle(this).expect();
        return expected;
    }

    private void detention() {
        Predicate<Mark> over = any("suspicion-notified", "released")
                .or(kind("transferred").and(mark -> mark.says("destination", "remand-prison")));
        Predicate<Mark> warrant = kind("court-decision").and(mark -> mark.says("ruling", "remand"));
        Predicate<Mark> authority = delayed("check-of-lawfulness");
        int issued = first(warrant, 0);
        int longer = first(authority.and(mark -> reviewsBefore(mark.at()) >= 2), 0);
        IntUnaryOperator limit = minute -> HOUR * (minute >= issued ? 96 : minute >= longer ? 36 : 24);
        put("detention-limit", fromRelevant(limit, arrested::get, this::counts, first(over, 0)));
        int given = first(authority.or(over), 0);
        put("superintendent-authority", fromRelevant(_ -> 24 * HOUR, arrested::get, this::counts, given));
        List<String> ordered = new ArrayList<>();
        List<String> warrants = new ArrayList<>();
        List<String> stated = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            Mark mark = past.get(i);
            if (authority.test(mark) && arrested.get(mark.at())) {
                ordered.add((reviewsBefore(mark.at()) >= 2 ? "met:" : "breached:") + mark.at());
            }
            if (warrant.test(mark) && !noneHolds(mark.at(), arrested::get)) {
                int met = Math.min(first(over, mark.at()), next(i, warrant));
                warrants.add(deadline(mark.at(), _ -> 36 * HOUR, arrested::get, this::counts, met));
                String day = mark.fields().get(Telling.HELD);
                if (day != null) {
                    int end = story.over(day) - mark.at();
                    stated.add(deadline(mark.at(), _ -> end, arrested::get, _ -> true, met));
                }
            }
        }
        put("authority-after-reviews", ordered);
        put("warrant", warrants);
        put("warrant-stated", stated);
    }

    /** From the arrival, or from 24 hours after the arrest where that comes first (s.41(2)). */
    private String fromRelevant(IntUnaryOperator limit, IntPredicate holds, IntPredicate counts, int met) {
        int arrived = first(kind("delivered"), 0);
        if (arrived != NEVER && met < arrived) {
            return "skip"; // Done on the way: nothing says which of the two it would have been.
        }
        boolean came = arrived <= released && spent(0, arrived, counts) <= 24 * HOUR;
        return came
                ? deadline(arrived, limit, holds, counts, met)
                : deadline(0, minute -> limit.applyAsInt(minute) + 24 * HOUR, holds, counts, met);
    }

    private static int spent(int from, int to, IntPredicate counts) {
        int spent = 0;
        for (int minute = from; minute < to && spent <= 24 * HOUR; minute++) {
            spent += counts.test(minute) ? 1 : 0;
        }
        return spent;
    }

    private long reviewsBefore(int at) {
        return past.stream()
                .filter(PaceOracle::review)
                .filter(mark -> mark.at() <= at)
                .count();
    }

    static boolean review(Mark mark) {
        return mark.kind().equals("contact-started")
                && mark.says("category", "other")
                && mark.says("purpose", "inspection");
    }

    static Predicate<Mark> delayed(String right) {
        return kind("right-delayed").and(mark -> mark.says("right", right));
    }

    private void desk() {
        int arrived = first(kind("delivered"), 0);
        IntPredicate always = _ -> true;
        put("custody-record", deadline(arrived, _ -> 15, arrested::get, always, first(kind("registered"), arrived)));
        put("rights-told", deadline(booked, _ -> 15, arrested::get, always, first(kind("rights-explained"), booked)));
        int ceased = first(kind("ground-ceased"), 0);
        put("ground-gone", deadline(ceased, _ -> 30, always, always, first(kind("released"), ceased)));
        Predicate<Mark> adult = kind("appropriate-adult").and(mark -> !mark.says("attendance", "left"));
        BitSet helped = (BitSet) young.clone();
        helped.or(vulnerable);
        helped.and(arrested);
        int from = booked == NEVER ? -1 : helped.nextSetBit(booked);
        boolean late = from < 0 || booked > released;
        put(
                "appropriate-adult",
                late ? "not-applicable" : deadline(from, _ -> HOUR, helped::get, always, first(adult, booked)));
    }

    private void rights() {
        int asked = first(kind("defender-requested"), 0);
        Predicate<Mark> someone = told("relative", true).or(told("parents", true));
        Predicate<Mark> advice = any("defender-arrived", "confidential-meeting", "defender-waived");
        right("someone-informed", "notify-relatives", booked, someone);
        right("legal-advice", "defender", asked, advice);
    }

    /** Put off, it is asked for no more but within 36 hours of the relevant time, and hospital stops nothing (s.56, s.58). */
    private void right(String rule, String right, int from, Predicate<Mark> done) {
        int delay = first(delayed(right), 0);
        IntPredicate always = _ -> true;
        put(rule, deadline(from, minute -> minute >= delay ? NEVER : HOUR, arrested::get, always, first(done, from)));
        IntPredicate putOff = minute -> arrested.get(minute) && minute >= delay;
        put(rule + "-delay", fromRelevant(_ -> 36 * HOUR, putOff, always, first(done, 0)));
    }

    /** {@code counts} says which minutes are in the period; {@code met} is when it was done, wherever that was. */
    String deadline(int from, IntUnaryOperator limit, IntPredicate holds, IntPredicate counts, int met) {
        if (from == NEVER || from > released || noneHolds(from, holds)) {
            return "not-applicable";
        }
        int stop = Math.min(Math.min(now, released), met);
        int spent = 0;
        for (int minute = from; minute < stop; minute++) {
            if (counts.test(minute)) {
                int most = limit.applyAsInt(minute);
                if (spent >= most && holds.test(minute)) {
                    return (met == NEVER ? "breached:" : "met-late:") + (minute + most - spent);
                }
                spent++;
            }
        }
        int at = Math.max(from, stop);
        int most = limit.applyAsInt(at);
        String due = most == NEVER || !counts.test(at) ? "" : ":" + (at + most - spent);
        if (met != NEVER) {
            boolean held = holds.test(stop) || (stop > 0 && holds.test(stop - 1));
            return held ? "met" + due : "not-applicable";
        }
        if (released <= now || !holds.test(stop)) {
            return "not-applicable";
        }
        return !counts.test(stop) ? "suspended" : most == NEVER ? "not-applicable" : "running" + due;
    }

    boolean noneHolds(int from, IntPredicate holds) {
        for (int minute = from; minute <= now; minute++) {
            if (holds.test(minute)) {
                return false;
            }
        }
        return true;
    }

    int first(Predicate<Mark> wanted, int from) {
        return past.stream()
                .filter(mark -> mark.at() >= from && wanted.test(mark))
                .mapToInt(Mark::at)
                .findFirst()
                .orElse(NEVER);
    }

    /** Of two at one minute the one written later follows the other. */
    private int next(int itself, Predicate<Mark> wanted) {
        return past.stream()
                .skip(itself + 1L)
                .filter(wanted)
                .mapToInt(Mark::at)
                .findFirst()
                .orElse(NEVER);
    }

    void put(String rule, List<String> states) {
        expected.put(rule, states.isEmpty() ? List.of("not-applicable") : states);
    }

    void put(String rule, String state) {
        put(rule, List.of(state));
    }
}
