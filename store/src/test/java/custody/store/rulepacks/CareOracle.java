package custody.store.rulepacks;

import static custody.store.rulepacks.Oracle.NEVER;
import static custody.store.rulepacks.Oracle.any;
import static custody.store.rulepacks.Oracle.kind;
import static custody.store.rulepacks.Oracle.told;

import custody.store.rulepacks.Story.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The second evaluation's care: what follows each act, who was ill, what may be done when, and who was looked after. */
final class CareOracle {
    private final Oracle law;

    CareOracle(Oracle law) {
        this.law = law;
    }

    void expect() {
        repeated();
        actions();
        checks();
    }

    private void repeated() {
        law.each("force-report", any("force-used", "special-means-used"), 30, false, kind("force-statement"));
        law.each(
                "force-prosecutor",
                any("force-used", "special-means-used").and(mark -> mark.says("injured", "true")),
                30,
                false,
                told("prosecutor", false)
                        .or(mark -> mark.kind().equals("violation-reported") && mark.says("to", "prosecutor")));
        law.each(
                "medical",
                CareOracle::ill,
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
        List<String> banned = new ArrayList<>();
        for (Mark mark : law.past) {
            Minute then = law.minutes[mark.at()];
            if (mark.kind().equals("interview-started") && then.criminal()) {
                boolean met = law.past.stream()
                        .anyMatch(other -> Set.of("confidential-meeting", "defender-waived")
                                        .contains(other.kind())
                                && other.at() <= mark.at());
                meeting.add((met ? "met:" : "breached:") + mark.at());
            }
            if (mark.kind().equals("searched") && then.bases().contains("police-care")) {
                banned.add("breached:" + mark.at());
            }
        }
        law.put("meeting-first", meeting.isEmpty() ? List.of("not-applicable") : meeting);
        int end = Math.min(law.now, law.released);
        boolean care = law.released == NEVER && law.minutes[end].bases().contains("police-care");
        law.put("police-care-search", banned.isEmpty() ? List.of(care ? "running" : "not-applicable") : banned);
        law.put("handcuffs", stretches());
    }

    /** Two hours on end in handcuffs; walks the law.minutes and keeps one flag. */
    private List<String> stretches() {
        List<String> found = new ArrayList<>();
        int since = -1;
        for (Mark mark : law.past) {
            boolean begins = mark.kind().equals("handcuffs") && !mark.says("state", "off");
            boolean ends = (mark.kind().equals("handcuffs") && !mark.says("state", "on"))
                    || (mark.at() == law.released && Set.of("released", "died").contains(mark.kind()));
            if (since >= 0 && ends) {
                found.add((mark.at() - since > 120 ? "met-late:" : "met:") + (since + 120));
                since = -1;
            }
            if (since < 0 && begins && mark.at() < law.released) {
                since = mark.at();
            } else if (since < 0 && begins) {
                return List.of("skip");
            }
        }
        if (since >= 0) {
            found.add((law.now - since > 120 ? "breached:" : "running:") + (since + 120));
        }
        return found.isEmpty() ? List.of("not-applicable") : found;
    }

    /** The present gap between checks; walks the law.minutes and keeps the due one. */
    private void checks() {
        int end = Math.min(law.now, law.gone);
        int start = law.first(kind("observation-level-set"), 0);
        if (start > end) {
            law.put("checks", List.of("last not-applicable"));
            return;
        }
        int due = NEVER;
        int every = 0;
        int since = start;
        for (int minute = start; minute <= end; minute++) {
            int length = law.minutes[minute].away() ? 0 : every(law.minutes[minute].level());
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
            law.put("checks", List.of("last breached:" + due));
        } else if (law.gone <= law.now) {
            law.put("checks", List.of("last not-applicable"));
        } else {
            law.put("checks", List.of(due == NEVER ? "last suspended" : "last running:" + due));
        }
    }

    private boolean checked(int minute) {
        return law.past.stream()
                .anyMatch(mark -> mark.at() == minute && mark.kind().equals("check-made"));
    }

    private static int every(String level) {
        return switch (level) {
            case "constant", "every-15-min" -> 15;
            case "every-30-min" -> 30;
            default -> 60;
        };
    }
}
