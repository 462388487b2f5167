package custody.store.rulepacks;

import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * A second evaluation of the Ukrainian pack, written from the law's table and not from the engine. Brute force: it looks
 * at every minute. Knows nothing of packs, rules or conditions.
 */
final class Oracle {
    static final int NEVER = Integer.MAX_VALUE;

    final Story story;

    final int now;

    final List<Mark> past;

    final Minute[] minutes;

    final int released;

    final int gone;

    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    Oracle(Story story, int now) {
        this.story = story;
        this.now = now;
        this.past = story.marks.stream().filter(mark -> mark.at() <= now).toList();
        this.minutes = Minutes.of(story, past, now);
        this.released = first(mark -> Set.of("released", "died", "escaped").contains(mark.kind()), 0);
        this.gone = Math.min(released, first(mark -> mark.kind().equals("transferred"), 0));
    }

    /** What each rule's clocks should be: state, and due minute after a colon where there is one. */
    Map<String, List<String>> expected() {
        new CustodyOracle(this).expect();
        new CareOracle(this).expect();
        new DutiesOracle(this).expect();
        new ActsOracle(this).expect();
        new TimesOracle(this).expect();
        return expected;
    }

    /** Answer of one deadline in one reading. */
    record Answer(String state, int due, int lateSince) {
        Answer(String state, int due) {
            this(state, due, NEVER);
        }

        String text() {
            return state.equals("not-applicable") ? state : state + ":" + due;
        }
    }

    static Answer stricter(Answer first, Answer second) {
        boolean firstLate = first.state().equals("breached") || first.state().equals("met-late");
        boolean secondLate = second.state().equals("breached") || second.state().equals("met-late");
        if (firstLate != secondLate) {
            return firstLate ? first : second;
        }
        if (first.lateSince() != second.lateSince()) {
            return first.lateSince() < second.lateSince() ? first : second;
        }
        if (first.state().equals("not-applicable") != second.state().equals("not-applicable")) {
            return first.state().equals("not-applicable") ? second : first;
        }
        return first.due() <= second.due() ? first : second;
    }

    interface When {
        boolean holds(Minute minute);
    }

    void from(String rule, int start, When when, int limit, List<Predicate<Mark>> all) {
        put(rule, List.of(start == NEVER ? "not-applicable" : deadline(start, false, when, _ -> limit, all, released)));
    }

    void known(String rule, When when, int limit, List<Predicate<Mark>> all) {
        put(rule, List.of(deadline(0, true, when, _ -> limit, all, released)));
    }

    void each(String rule, Predicate<Mark> trigger, int limit, boolean withCustody, Predicate<Mark> done) {
        List<String> found = new ArrayList<>();
        for (Mark mark : past) {
            if (trigger.test(mark)) {
                found.add(deadline(
                        mark.at(),
                        false,
                        _ -> true,
                        _ -> limit,
                        List.of(mayMean(mark, done)),
                        withCustody ? released : NEVER));
            }
        }
        put(rule, found.isEmpty() ? List.of("not-applicable") : found);
    }

    String deadline(int from, boolean known, When when, IntUnaryOperator limit, List<Predicate<Mark>> all, int end) {
        return answer(from, known, when, limit, all, end).text();
    }

    Answer answer(int from, boolean known, When when, IntUnaryOperator limit, List<Predicate<Mark>> all, int end) {
        return answer(from, from, known, when, limit, all, end);
    }

    /** {@code since} is when doing it begins to count; one duty read in two ways is done once. */
    Answer answer(
            int from, int since, boolean known, When when, IntUnaryOperator limit, List<Predicate<Mark>> all, int end) {
        if (from == NEVER || from > end) {
            return new Answer("not-applicable", 0);
        }
        int met = 0;
        for (Predicate<Mark> need : all) {
            met = Math.max(met, first(need, since));
        }
        return answer(from, known, when, limit, met, end);
    }

    /** {@code met} is when all of it had been done, not before {@code from}. */
    Answer answer(int from, boolean known, When when, IntUnaryOperator limit, int met, int end) {
        if (from == NEVER || from > end) {
            return new Answer("not-applicable", 0);
        }
        int stop = Math.min(Math.min(now, end), met);
        IntPredicate holds = minute -> when.holds(minutes[minute]);
        int first = from;
        while (first <= now && !holds.test(first)) {
            first++;
        }
        if (first > now) {
            return new Answer("not-applicable", 0);
        }
        int start = known ? first : from;
        for (int minute = start; minute < stop; minute++) {
            int due = start + limit.applyAsInt(minute);
            if (minute >= due && holds.test(minute)) {
                return new Answer(met == NEVER ? "breached" : "met-late", due, minute);
            }
        }
        int last = Math.max(stop, Math.min(start, now));
        int due = start + limit.applyAsInt(last);
        boolean heldAt = holds.test(stop);
        boolean heldBefore = stop > 0 && stop > from - 1 && holds.test(Math.max(0, stop - 1));
        if (met != NEVER) {
            return new Answer(heldAt || heldBefore ? "met" : "not-applicable", due);
        }
        return new Answer(end <= now || !heldAt ? "not-applicable" : "running", due);
    }

    /** A report of one thing is no report of another; one that does not say of what may be of any. */
    static Predicate<Mark> mayMean(Mark meant, Predicate<Mark> report) {
        return report.and(mark -> {
            String named = mark.fields().getOrDefault("about", mark.fields().get("violation"));
            return named == null || named.equals(String.valueOf(meant.number()));
        });
    }

    void put(String rule, List<String> states) {
        expected.put(rule, states);
    }

    int first(Predicate<Mark> wanted, int from) {
        return past.stream()
                .filter(mark -> mark.at() >= from && wanted.test(mark))
                .mapToInt(Mark::at)
                .findFirst()
                .orElse(NEVER);
    }

    static Predicate<Mark> kind(String kind) {
        return mark -> mark.kind().equals(kind);
    }

    static Predicate<Mark> any(String... kinds) {
        return mark -> Arrays.asList(kinds).contains(mark.kind());
    }

    static Predicate<Mark> ruled(String... rulings) {
        return kind("court-decision")
                .and(mark -> Arrays.asList(rulings).contains(mark.fields().getOrDefault("ruling", "")));
    }

    static Predicate<Mark> told(String addressee, boolean orRefused) {
        return mark -> mark.kind().equals("notice")
                && mark.says("addressee", addressee)
                && (mark.says("outcome", "reached") || (orRefused && mark.says("outcome", "refused-by-detainee")));
    }
}
