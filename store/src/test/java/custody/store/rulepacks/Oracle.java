package custody.store.rulepacks;

import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
    private static final Set<String> CRIMINAL =
            Set.of("cpc-208", "cpc-208-2", "court-permission", "misdemeanour", "private-arrest", "martial-law");
    private static final Set<String> NO_RULING = Set.of("cpc-208", "cpc-208-2", "private-arrest", "martial-law");
    final Story story;
    final int now;
    final List<Mark> past;
    final Minute[] minutes;
    final int released;
    final int gone;
    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    /** What was the case during one minute. */
    record Minute(
            Set<String> bases,
            boolean criminal,
            boolean detained,
            boolean noRuling,
            String aggravation,
            String regime,
            boolean minor,
            boolean doubt,
            String status,
            boolean foreign,
            boolean pregnant,
            boolean disabled,
            boolean child,
            String level,
            boolean away,
            boolean martial,
            boolean delayed,
            boolean remanded) {
        boolean young() {
            return minor || doubt;
        }

        /** Whether a defender must take part. */
        boolean guarded() {
            return young() || disabled;
        }

        boolean on(String basis) {
            return bases.contains(basis);
        }

        boolean has(String wanted) {
            return status.equals(wanted);
        }
    }

    Oracle(Story story, int now) {
        this.story = story;
        this.now = now;
        this.past = story.marks.stream().filter(mark -> mark.at() <= now).toList();
        this.minutes = minutes();
        this.released = first(mark -> Set.of("released", "died", "escaped").contains(mark.kind()), 0);
        this.gone = Math.min(released, first(mark -> mark.kind().equals("transferred"), 0));
    }

    private Minute[] minutes() {
        Minute[] found = new Minute[now + 1];
        Set<String> bases = new HashSet<>();
        String aggravation = "";
        String regime = "";
        Boolean born = null;
        boolean doubt = false;
        String status = "";
        String citizenship = "UA";
        boolean pregnant = false;
        boolean disabled = false;
        boolean child = false;
        String level = "";
        boolean away = false;
        boolean delayed = false;
        boolean remanded = false;
        boolean eventful = false;
        int next = 0;
        for (int minute = 0; minute <= now; minute++) {
            for (; next < past.size() && past.get(next).at() == minute; next++) {
                Mark mark = past.get(next);
                Map<String, String> fields = mark.fields();
                if (Set.of("apprehended", "basis-added", "basis-changed").contains(mark.kind())) {
                    if (!mark.kind().equals("basis-added")) {
                        bases = new HashSet<>();
                        aggravation = "";
                        regime = "";
                    }
                    bases = new HashSet<>(bases);
                    String basis = fields.getOrDefault("basis", "");
                    bases.add(basis);
                    // КПК 298-2(4) speaks of a misdemeanour alone, КУпАП 263 of an administrative detention alone.
                    if (basis.equals("misdemeanour")) {
                        aggravation = fields.getOrDefault("aggravation", aggravation);
                    }
                    if (basis.equals("administrative")) {
                        regime = fields.getOrDefault("regime", regime);
                    }
                }
                if (Set.of("apprehended", "identified").contains(mark.kind())) {
                    String birth = fields.get("person.birthDate");
                    born = birth == null ? born : Boolean.valueOf(birth.startsWith("2012"));
                    doubt = fields.containsKey("person.ageDoubt") || (doubt && birth == null);
                    status = fields.getOrDefault("person.specialStatuses", status);
                    citizenship = fields.getOrDefault("person.citizenship", citizenship);
                    pregnant |= fields.containsKey("person.pregnant");
                    disabled |= fields.containsKey("person.disability");
                    child |= fields.containsKey("person.dependentChildren");
                }
                level = mark.kind().equals("observation-level-set") ? fields.getOrDefault("level", level) : level;
                away = switch (mark.kind()) {
                    case "hospital" -> mark.says("stage", "left-for");
                    case "escort-out" -> true;
                    case "escort-in" -> false;
                    default -> away;
                };
                delayed |= mark.kind().equals("right-delayed") && mark.says("right", "grounds-and-suspicion");
                remanded |= ruled("remand").test(mark);
                eventful = true;
            }
            boolean martial = minute >= story.martialFrom && minute < story.martialTo;
            boolean quiet = minute > 0 && martial == found[minute - 1].martial() && !eventful;
            eventful = false;
            if (quiet) {
                found[minute] = found[minute - 1];
                continue;
            }
            boolean minor = born != null && born;
            boolean criminal = bases.stream().anyMatch(CRIMINAL::contains);
            boolean detained = criminal || bases.contains("administrative");
            boolean noRuling = bases.stream().anyMatch(NO_RULING::contains);
            found[minute] = new Minute(
                    bases,
                    criminal,
                    detained,
                    noRuling,
                    aggravation,
                    regime,
                    minor,
                    doubt,
                    status,
                    !citizenship.equals("UA"),
                    pregnant,
                    disabled,
                    child,
                    level,
                    away,
                    martial,
                    delayed,
                    remanded);
        }
        return found;
    }

    /** What each rule's clocks should be: state, and due minute after a colon where there is one. */
    Map<String, List<String>> expected() {
        custodyDuties();
        notices();
        limits();
        repeated();
        actions();
        checks();
        new DutiesOracle(this).expect();
        new ActsOracle(this).expect();
        new TimesOracle(this).expect();
        return expected;
    }

    private void custodyDuties() {
        Predicate<Mark> grounds = mark -> mark.kind().equals("rights-explained")
                && (mark.fields().isEmpty() || mark.says("rights", "grounds-and-suspicion"));
        from("grounds-told", 0, Minute::detained, 15, List.of(grounds));
        from("delivered", 0, Minute::detained, 60, List.of(kind("delivered")));
        int arrived = first(kind("delivered"), 0);
        int booked = first(kind("registered"), 0);
        from("registered", arrived, _ -> true, 10, List.of(kind("registered")));
        from("rights-explained", booked, Minute::detained, 15, List.of(kind("rights-explained")));
        from("questioned", booked, Minute::detained, 30, List.of(kind("detainee-questioned")));
        from("ground-gone", first(kind("ground-ceased"), 0), _ -> true, 30, List.of(kind("released")));
        // A judge lets somebody go: every such decision asks it anew, until somebody is let go or a court says
        // otherwise.
        each(
                "release-ordered",
                ruled("release", "detention-unlawful", "bail", "house-arrest", "personal-obligation"),
                30,
                true,
                kind("released").or(ruled("remand", "administrative-arrest")));
    }

    private void notices() {
        Predicate<Mark> relative = told("relative", true).or(told("parents", true));
        from("responsible-told", 0, Minute::criminal, 30, List.of(told("investigation-body", false)));
        from("relatives", 0, Minute::detained, 30, List.of(relative));
        from("legal-aid", 0, Minute::detained, 15, List.of(told("legal-aid", false)));
        known(
                "minor-notices",
                m -> m.detained() && m.minor(),
                30,
                List.of(told("parents", false), told("guardianship-body", false)));
        known(
                "dependent-child",
                m -> m.detained() && m.child(),
                30,
                List.of(told("juvenile-police", false), told("guardianship-body", false)));
        known(
                "intelligence",
                m -> m.detained() && m.status().equals("intelligence-staff"),
                30,
                List.of(told("agency", false)));
        from(
                "enforcement-officer",
                0,
                m -> m.detained() && m.status().equals("enforcement-officer"),
                24 * 60,
                List.of(told("ministry-of-justice", false)));
        from(
                "admin-protocol",
                0,
                m -> m.bases().contains("administrative"),
                30,
                List.of(kind("protocol-drawn-up"), told("relative", true), told("legal-aid", false)));
        from(
                "admin-border-prosecutor",
                0,
                m -> m.bases().contains("administrative") && m.regime().equals("border"),
                24 * 60,
                List.of(told("prosecutor", false)));
        known(
                "defender-mandatory",
                m -> m.criminal() && m.guarded(),
                30,
                List.of(any("defender-arrived", "defender-appointed")));
    }

    private void limits() {
        from("to-court", 0, Minute::noRuling, 60 * 60, List.of(any("brought-to-court", "court-decision", "released")));
        from("maximum", 0, Minute::noRuling, 72 * 60, List.of(any("court-decision", "released")));
        from(
                "court-permission",
                0,
                m -> m.bases().contains("court-permission"),
                36 * 60,
                List.of(any("brought-to-court", "court-decision", "released")));
        put(
                "misdemeanour",
                List.of(deadline(
                        0,
                        false,
                        m -> m.bases().contains("misdemeanour"),
                        m -> switch (minutes[m].aggravation()) {
                            case "resistance-or-flight" -> 72 * 60;
                            case "intoxicated-dangerous" -> 24 * 60;
                            default -> 3 * 60;
                        },
                        List.of(any("released", "court-decision")),
                        released)));
        from(
                "visitor",
                0,
                m -> m.bases().contains("visitor"),
                180,
                List.of(any("released", "basis-changed", "basis-added")));
        List<Predicate<Mark>> notified = List.of(any("suspicion-notified", "released"));
        Answer day =
                answer(0, false, m -> m.criminal() && !(m.martial() && m.delayed()), _ -> 24 * 60, notified, released);
        Answer two = answer(0, false, m -> m.criminal() && m.martial(), _ -> 48 * 60, notified, released);
        put("suspicion", List.of(stricter(day, two).text()));
        IntUnaryOperator admin = m -> minutes[m].regime().equals("border") ? 72 * 60 : 180;
        List<Predicate<Mark>> free = List.of(any("released", "court-decision"));
        Answer caught = answer(0, false, m -> m.bases().contains("administrative"), admin, free, released);
        int arrived = first(kind("delivered"), 0);
        Answer brought = answer(arrived, 0, false, m -> m.bases().contains("administrative"), admin, free, released);
        put("admin", List.of((arrived == NEVER ? caught : stricter(caught, brought)).text()));
    }

    private void repeated() {
        each("force-report", any("force-used", "special-means-used"), 30, false, kind("force-statement"));
        each(
                "force-prosecutor",
                any("force-used", "special-means-used").and(mark -> mark.says("injured", "true")),
                30,
                false,
                told("prosecutor", false)
                        .or(mark -> mark.kind().equals("violation-reported") && mark.says("to", "prosecutor")));
        each(
                "medical",
                Oracle::ill,
                15,
                true,
                any("medic-arrived", "examined")
                        .or(mark -> mark.kind().equals("hospital") && mark.says("stage", "left-for")));
    }

    /** Injury, complaint, worse health, however somebody came to know of it. */
    private static boolean ill(Mark mark) {
        return switch (mark.kind()) {
            case "complaint" -> mark.says("subject", "medical");
            case "check-made" -> mark.says("condition", "unwell") || mark.says("condition", "unresponsive");
            case "force-used", "special-means-used" -> mark.says("injured", "true");
            case "detainee-questioned" -> mark.says("wantsDoctor", "true");
            case "incident" ->
                Set.of("suicide-attempt", "self-harm", "assault")
                        .contains(mark.fields().getOrDefault("kind", ""));
            case "medic-called" -> mark.fields().containsKey("why") && !mark.says("why", "routine");
            default -> false;
        };
    }

    private void actions() {
        List<String> meeting = new ArrayList<>();
        List<String> martial = new ArrayList<>();
        List<String> banned = new ArrayList<>();
        for (Mark mark : past) {
            Minute then = minutes[mark.at()];
            if (mark.kind().equals("interview-started") && then.criminal()) {
                boolean met = past.stream()
                        .anyMatch(other -> Set.of("confidential-meeting", "defender-waived")
                                        .contains(other.kind())
                                && other.at() <= mark.at());
                meeting.add((met ? "met:" : "breached:") + mark.at());
            }
            if (mark.kind().equals("interview-started") && then.criminal() && then.martial()) {
                boolean both = mark.fields().containsKey("defender") && mark.says("videoRecorded", "true");
                martial.add((both ? "met:" : "breached:") + mark.at());
            }
            if (mark.kind().equals("searched") && then.bases().contains("police-care")) {
                banned.add("breached:" + mark.at());
            }
        }
        put("meeting-first", meeting.isEmpty() ? List.of("not-applicable") : meeting);
        put("martial-interview", martial.isEmpty() ? List.of("not-applicable") : martial);
        int end = Math.min(now, released);
        boolean care = released == NEVER && minutes[end].bases().contains("police-care");
        put("police-care-search", banned.isEmpty() ? List.of(care ? "running" : "not-applicable") : banned);
        put("handcuffs", stretches());
    }

    /** Two hours on end in handcuffs; walks the minutes and keeps one flag. */
    private List<String> stretches() {
        List<String> found = new ArrayList<>();
        int since = -1;
        for (Mark mark : past) {
            boolean begins = mark.kind().equals("handcuffs") && !mark.says("state", "off");
            boolean ends = (mark.kind().equals("handcuffs") && !mark.says("state", "on"))
                    || (mark.at() == released && Set.of("released", "died").contains(mark.kind()));
            if (since >= 0 && ends) {
                found.add((mark.at() - since > 120 ? "met-late:" : "met:") + (since + 120));
                since = -1;
            }
            if (since < 0 && begins && mark.at() < released) {
                since = mark.at();
            } else if (since < 0 && begins) {
                return List.of("skip");
            }
        }
        if (since >= 0) {
            found.add((now - since > 120 ? "breached:" : "running:") + (since + 120));
        }
        return found.isEmpty() ? List.of("not-applicable") : found;
    }

    /** The present gap between checks; walks the minutes and keeps the due one. */
    private void checks() {
        int end = Math.min(now, gone);
        int start = first(kind("observation-level-set"), 0);
        if (start > end) {
            put("checks", List.of("last not-applicable"));
            return;
        }
        int due = NEVER;
        int every = 0;
        int since = start;
        for (int minute = start; minute <= end; minute++) {
            int length = minutes[minute].away() ? 0 : every(minutes[minute].level());
            boolean looked = minute > start && checked(minute);
            if (looked || (minute == start && length > 0)) {
                since = minute;
                due = length == 0 ? NEVER : minute + length;
            } else if (length == 0) {
                due = NEVER;
            } else if (due == NEVER) {
                since = minute;
                due = minute + length;
            } else if (length < every) {
                due = Math.min(due, minute + length);
            } else if (length > every && due >= minute) {
                due = since + length;
            } else {
                length = every;
            }
            every = length == 0 ? every : length;
        }
        if (due != NEVER && due < end) {
            put("checks", List.of("last breached:" + due));
        } else if (gone <= now) {
            put("checks", List.of("last not-applicable"));
        } else {
            put("checks", List.of(due == NEVER ? "last suspended" : "last running:" + due));
        }
    }

    private boolean checked(int minute) {
        return past.stream().anyMatch(mark -> mark.at() == minute && mark.kind().equals("check-made"));
    }

    private static int every(String level) {
        return switch (level) {
            case "constant", "every-15-min" -> 15;
            case "every-30-min" -> 30;
            default -> 60;
        };
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

    private static Answer stricter(Answer first, Answer second) {
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

    private void each(String rule, Predicate<Mark> trigger, int limit, boolean withCustody, Predicate<Mark> done) {
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

    private String deadline(
            int from, boolean known, When when, IntUnaryOperator limit, List<Predicate<Mark>> all, int end) {
        return answer(from, known, when, limit, all, end).text();
    }

    private Answer answer(
            int from, boolean known, When when, IntUnaryOperator limit, List<Predicate<Mark>> all, int end) {
        return answer(from, from, known, when, limit, all, end);
    }

    /** {@code since} is when doing it begins to count; one duty read in two ways is done once. */
    private Answer answer(
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
