package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Time rules")
class TimeRulesTest {
    private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");
    private static final BootId BOOT = new BootId(1);

    private static LeafTime time(long wall, long uptime) {
        return new LeafTime(START.plusMillis(wall), BOOT, 1_000_000 + uptime, ClockSource.NTP, 10);
    }

    private static LeafTime afterRestart(long wall, long uptime) {
        return new LeafTime(START.plusMillis(wall), new BootId(2), uptime, ClockSource.NTP, 10);
    }

    private static List<TimeRule> rules(LeafTime previous, LeafTime current, @Nullable Instant token) {
        return TimeRules.judge(previous, current, token).stream()
                .map(TimeFinding::rule)
                .toList();
    }

    @ParameterizedTest(name = "wall {0} ms, uptime {1} ms: {2}")
    @CsvSource({
        // Two seconds apart at no time passed.
        "0, 0, ''",
        "2000, 0, ''",
        "2001, 0, WALL_AGAINST_UPTIME",
        "5000, 0, WALL_AGAINST_UPTIME",
        "5001, 0, WALL_AGAINST_UPTIME CLOCK_STEPPED",
        "0, 2000, ''",
        "0, 2001, WALL_AGAINST_UPTIME",
        "0, 5001, WALL_AGAINST_UPTIME",
        "0, 5002, WALL_AGAINST_UPTIME CLOCK_STEPPED",
        // After an hour, 200 ppm allow 720 ms more.
        "3602720, 3600000, ''",
        "3602721, 3600000, WALL_AGAINST_UPTIME",
        "3597280, 3600000, ''",
        "3597279, 3600000, WALL_AGAINST_UPTIME",
        "3605720, 3600000, WALL_AGAINST_UPTIME",
        "3605721, 3600000, WALL_AGAINST_UPTIME CLOCK_STEPPED",
        "3594280, 3600000, WALL_AGAINST_UPTIME",
        "3594279, 3600000, WALL_AGAINST_UPTIME CLOCK_STEPPED",
        // Backwards by one millisecond; uptime backwards by one.
        "-1, 0, RECORDED_BEFORE_PREVIOUS",
        "-2001, 0, RECORDED_BEFORE_PREVIOUS WALL_AGAINST_UPTIME",
        "0, -1, UPTIME_WENT_BACK",
        "-1, -1, RECORDED_BEFORE_PREVIOUS UPTIME_WENT_BACK"
    })
    void ofWallClockAgainstUptimeWithinOneBoot(long wall, long uptime, String expected) {
        List<TimeRule> rules = rules(time(0, 0), time(wall, uptime), null);
        assertEquals(expected, String.join(" ", rules.stream().map(Enum::name).toList()));
    }

    @Test
    void ofUptimeSayNothingAcrossARestart() {
        assertEquals(List.of(), rules(time(0, 0), afterRestart(3_600_000, 5), null));
        assertEquals(List.of(TimeRule.RECORDED_BEFORE_PREVIOUS), rules(time(0, 0), afterRestart(-1, 5), null));
    }

    @Test
    void ofTheTokenThatAnEntryContains() {
        assertEquals(List.of(), rules(time(0, 0), time(0, 0), START.plusMillis(2000)));
        assertEquals(List.of(TimeRule.RECORDED_BEFORE_TOKEN), rules(time(0, 0), time(0, 0), START.plusMillis(2001)));
        assertEquals(List.of(), rules(time(0, 0), time(0, 0), START.minusMillis(90_000)));
    }

    @Test
    void sayByHowMuch() {
        assertEquals(
                List.of(
                        new TimeFinding(TimeRule.RECORDED_BEFORE_PREVIOUS, -7000, false),
                        new TimeFinding(TimeRule.WALL_AGAINST_UPTIME, -7500, false),
                        new TimeFinding(TimeRule.CLOCK_STEPPED, -7500, false)),
                TimeRules.judge(time(0, 0), time(-7000, 500), null));
    }

    @Test
    void ofHeartbeats() {
        assertEquals(List.of(), TimeRules.heartbeat(time(0, 0), time(0, 300_000)));
        assertEquals(
                List.of(new TimeFinding(TimeRule.HEARTBEAT_MISSING, 300_001, false)),
                TimeRules.heartbeat(time(0, 0), time(0, 300_001)));
        assertEquals(List.of(), TimeRules.heartbeat(time(0, 0), afterRestart(300_000, 1)));
        assertEquals(
                List.of(new TimeFinding(TimeRule.HEARTBEAT_MISSING, 300_001, false)),
                TimeRules.heartbeat(time(0, 0), afterRestart(300_001, 1)));
    }
}
