package custody.ledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time rules between two neighbouring entries, as pure functions of what their leaves say. Milliseconds. */
public final class TimeRules {
    /** How far wall clock and uptime may differ within one boot, besides drift. */
    public static final long WALL_AGAINST_UPTIME_MILLIS = 2_000;

    /** Drift that a free-running clock may have: 200 parts per million, one in 5,000. */
    public static final long DRIFT_ONE_IN = 5_000;

    /** From this step on, besides drift, the clock was set and did not merely run badly. */
    public static final long STEP_MILLIS = 5_000;

    /** How far the node's clock may be behind the external party's: two honest clocks are never one. */
    public static final long TOKEN_MILLIS = 2_000;

    /** Longest time between heartbeats. */
    public static final long HEARTBEAT_MILLIS = 300_000;

    private TimeRules() {}

    /**
     * Judges an entry against the one before it and against the token it contains.
     *
     * @param tokenTime the time of the token in {@code current}'s leaf, or null without one
     */
    public static List<TimeFinding> judge(LeafTime previous, LeafTime current, @Nullable Instant tokenTime) {
        long before = previous.recordedAt().toEpochMilli();
        long now = current.recordedAt().toEpochMilli();
        List<TimeFinding> findings = List.of();
        if (now < before) {
            findings = and(findings, TimeRule.RECORDED_BEFORE_PREVIOUS, now - before);
        }
        if (tokenTime != null && now < tokenTime.toEpochMilli() - TOKEN_MILLIS) {
            findings = and(findings, TimeRule.RECORDED_BEFORE_TOKEN, now - tokenTime.toEpochMilli());
        }
        if (!previous.boot().equals(current.boot())) {
            return findings;
        }
        long uptime = current.uptimeMillis() - previous.uptimeMillis();
        if (uptime < 0) {
            return and(findings, TimeRule.UPTIME_WENT_BACK, uptime);
        }
        long apart = now - before - uptime;
        long drift = uptime / DRIFT_ONE_IN;
        if (Math.abs(apart) > WALL_AGAINST_UPTIME_MILLIS + drift) {
            findings = and(findings, TimeRule.WALL_AGAINST_UPTIME, apart);
        }
        if (Math.abs(apart) > STEP_MILLIS + drift) {
            findings = and(findings, TimeRule.CLOCK_STEPPED, apart);
        }
        return findings;
    }

    /** Whether more time passed since the last heartbeat than may; by uptime within one boot, else by wall clock. */
    public static List<TimeFinding> heartbeat(LeafTime last, LeafTime current) {
        long silent = last.boot().equals(current.boot())
                ? current.uptimeMillis() - last.uptimeMillis()
                : current.recordedAt().toEpochMilli() - last.recordedAt().toEpochMilli();
        return silent > HEARTBEAT_MILLIS ? and(List.of(), TimeRule.HEARTBEAT_MISSING, silent) : List.of();
    }

    static List<TimeFinding> and(List<TimeFinding> findings, TimeRule rule, long millis) {
        List<TimeFinding> more = new ArrayList<>(findings);
        more.add(new TimeFinding(rule, millis, false));
        return more;
    }
}
