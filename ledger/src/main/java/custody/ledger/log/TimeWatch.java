package custody.ledger.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the entries of a ledger one after the other: the neighbours' rules of {@link TimeRules}, and those that need
 * memory (boots, heartbeats, clock and gap entries). Mutable, one owner.
 */
public final class TimeWatch {
    /** The fact of a {@link EntryClass#CLOCK} entry that states how far the wall clock was set, in milliseconds, signed. */
    public static final String STEP_FACT = "stepMillis";

    private final Set<BootId> pastBoots = new HashSet<>();
    private @Nullable LeafTime previous;
    private @Nullable LeafTime heartbeat;

    /** Judges the next entry. */
    public List<TimeFinding> next(LeafHeader leaf) {
        LeafTime current = leaf.time();
        LeafTime before = previous == null ? current : previous;
        ExternalToken token = leaf.token();
        List<TimeFinding> findings = TimeRules.judge(before, current, token == null ? null : token.at());
        if (!before.boot().equals(current.boot())) {
            pastBoots.add(before.boot());
            if (pastBoots.contains(current.boot())) {
                findings = TimeRules.and(findings, TimeRule.BOOT_RETURNED, 0);
            }
        }
        if (!findings.isEmpty() && leaf.entryClass() == EntryClass.CLOCK) {
            findings = explained(findings, before, leaf);
        }
        previous = current;
        List<TimeFinding> silence = heartbeat(leaf);
        return silence.isEmpty() ? findings : joined(findings, silence);
    }

    private List<TimeFinding> heartbeat(LeafHeader leaf) {
        LeafTime last = heartbeat;
        boolean alive = leaf.entryClass() == EntryClass.HEARTBEAT;
        List<TimeFinding> silence = last == null || leaf.entryClass() == EntryClass.GAP
                ? List.of()
                : TimeRules.heartbeat(last, leaf.time());
        boolean told = last != null && (!silence.isEmpty() || leaf.entryClass() == EntryClass.GAP);
        if (alive || told) {
            // After a silence was told once, or explained by a gap entry, it is measured from here.
            heartbeat = leaf.time();
        }
        return silence;
    }

    private static List<TimeFinding> joined(List<TimeFinding> one, List<TimeFinding> other) {
        List<TimeFinding> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static List<TimeFinding> explained(List<TimeFinding> findings, LeafTime before, LeafHeader leaf) {
        OptionalLong stated = leaf.facts().number(STEP_FACT);
        return stated.isEmpty()
                ? findings
                : findings.stream()
                        .map(finding -> explains(stated.getAsLong(), finding, before, leaf.time())
                                ? new TimeFinding(finding.rule(), finding.millis(), true)
                                : finding)
                        .toList();
    }

    /** A clock entry explains a step if it states it as large as the clocks show it. */
    private static boolean explains(long stated, TimeFinding finding, LeafTime before, LeafTime now) {
        boolean sameBoot = before.boot().equals(now.boot());
        long wall = now.recordedAt().toEpochMilli() - before.recordedAt().toEpochMilli();
        long uptime = now.uptimeMillis() - before.uptimeMillis();
        return switch (finding.rule()) {
            case WALL_AGAINST_UPTIME, CLOCK_STEPPED -> near(stated, wall - uptime, uptime);
            case RECORDED_BEFORE_PREVIOUS ->
                // Across a restart nobody measured the time between, so the step must only be large enough.
                sameBoot ? near(stated, wall - uptime, uptime) : stated <= wall;
            case UPTIME_WENT_BACK, BOOT_RETURNED, RECORDED_BEFORE_TOKEN, HEARTBEAT_MISSING -> false;
        };
    }

    private static boolean near(long stated, long measured, long uptime) {
        return Math.abs(stated - measured)
                <= TimeRules.WALL_AGAINST_UPTIME_MILLIS + Math.abs(uptime) / TimeRules.DRIFT_ONE_IN;
    }
}
