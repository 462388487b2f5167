package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Watching the times of a ledger")
class TimeWatchTest {
    private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");

    private final TimeWatch watch = new TimeWatch();

    private List<TimeFinding> next(EntryClass entryClass, int boot, long wall, long uptime) {
        return next(entryClass, boot, wall, uptime, ClearFacts.none());
    }

    private List<TimeFinding> next(EntryClass entryClass, int boot, long wall, long uptime, ClearFacts facts) {
        LeafTime time = new LeafTime(START.plusMillis(wall), new BootId(boot), uptime, ClockSource.NTP, 10);
        return watch.next(new LeafHeader(Examples.ORIGIN, 0, entryClass, time, null, 0, null, facts));
    }

    private static ClearFacts step(long millis) {
        return ClearFacts.none().with(TimeWatch.STEP_FACT, millis);
    }

    private static List<String> words(List<TimeFinding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + (finding.explained() ? " explained" : ""))
                .toList();
    }

    @Test
    void findsNothingInTheFirstEntry() {
        assertEquals(List.of(), next(EntryClass.RECORD, 1, -5_000, 0));
    }

    @Test
    void clockEntryExplainsTheStepThatItStates() {
        next(EntryClass.RECORD, 1, 0, 0);
        assertEquals(
                List.of(
                        "RECORDED_BEFORE_PREVIOUS explained",
                        "WALL_AGAINST_UPTIME explained",
                        "CLOCK_STEPPED explained"),
                words(next(EntryClass.CLOCK, 1, -9_000, 1_000, step(-10_000))));
        assertEquals(List.of(), next(EntryClass.RECORD, 1, -8_000, 2_000));
    }

    @Test
    void clockEntryCannotExplainAnotherStep() {
        next(EntryClass.RECORD, 1, 0, 0);
        assertEquals(
                List.of(
                        "RECORDED_BEFORE_PREVIOUS explained",
                        "WALL_AGAINST_UPTIME explained",
                        "CLOCK_STEPPED explained"),
                words(next(EntryClass.CLOCK, 1, -10_000, 0, step(-12_000))));
        assertEquals(
                List.of("RECORDED_BEFORE_PREVIOUS", "WALL_AGAINST_UPTIME", "CLOCK_STEPPED"),
                words(next(EntryClass.CLOCK, 1, -20_000, 0, step(-12_001))));
        assertEquals(
                List.of("RECORDED_BEFORE_PREVIOUS", "WALL_AGAINST_UPTIME", "CLOCK_STEPPED"),
                words(next(EntryClass.CLOCK, 1, -30_000, 0)));
        assertEquals(
                List.of("RECORDED_BEFORE_PREVIOUS", "WALL_AGAINST_UPTIME", "CLOCK_STEPPED"),
                words(next(EntryClass.CONFIG, 1, -40_000, 0, step(-10_000))));
    }

    @Test
    void clockEntryAfterARestartExplainsAtMostWhatItStates() {
        next(EntryClass.RECORD, 1, 0, 0);
        assertEquals(
                List.of("RECORDED_BEFORE_PREVIOUS explained"),
                words(next(EntryClass.CLOCK, 2, -9_000, 0, step(-9_000))));
        assertEquals(List.of("RECORDED_BEFORE_PREVIOUS"), words(next(EntryClass.CLOCK, 3, -18_001, 0, step(-9_000))));
    }

    @Test
    void findsABootThatCameBack() {
        next(EntryClass.RECORD, 1, 0, 50);
        assertEquals(List.of(), next(EntryClass.RECORD, 2, 10, 0));
        assertEquals(List.of("BOOT_RETURNED"), words(next(EntryClass.RECORD, 1, 20, 70)));
    }

    @Test
    void findsMissingHeartbeatsOnce() {
        next(EntryClass.HEARTBEAT, 1, 0, 0);
        assertEquals(List.of(), next(EntryClass.RECORD, 1, 300_000, 300_000));
        assertEquals(List.of("HEARTBEAT_MISSING"), words(next(EntryClass.RECORD, 1, 300_001, 300_001)));
        assertEquals(List.of(), next(EntryClass.RECORD, 1, 300_002, 300_002));
        assertEquals(List.of("HEARTBEAT_MISSING"), words(next(EntryClass.RECORD, 1, 600_002, 600_002)));
    }

    @Test
    void gapEntryExplainsMissingHeartbeats() {
        next(EntryClass.HEARTBEAT, 1, 0, 0);
        assertEquals(List.of(), next(EntryClass.GAP, 2, 7_200_000, 20_000));
        assertEquals(List.of(), next(EntryClass.RECORD, 2, 7_500_000, 320_000));
        assertEquals(List.of("HEARTBEAT_MISSING"), words(next(EntryClass.RECORD, 2, 7_500_001, 320_001)));
    }

    @Test
    void doesNotMissHeartbeatsWhereNoneEverWere() {
        next(EntryClass.RECORD, 1, 0, 0);
        assertEquals(List.of(), next(EntryClass.RECORD, 1, 9_000_000, 9_000_000));
    }

    @Test
    void findsBothKindsAtOnce() {
        next(EntryClass.HEARTBEAT, 1, 0, 0);
        assertEquals(
                List.of("RECORDED_BEFORE_PREVIOUS", "WALL_AGAINST_UPTIME", "CLOCK_STEPPED", "HEARTBEAT_MISSING"),
                words(next(EntryClass.HEARTBEAT, 1, -1, 300_001)));
    }
}
