package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Clock;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import custody.store.rulepacks.RulePackFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Under the law of the country the day is an ordinary one: limits are kept, and what is broken is what the plots break. */
class DemoLawTest {
    private static final DayPlayed PLAYED = DayPlayed.AT_TURN;
    private static final Instant TURN = DayPlayed.TURN;
    private static final Pack PACK =
            RulePackFolder.read(Path.of("../rulepacks")).judging("ua", TURN).orElseThrow();
    private static final Circumstances MARTIAL_LAW = new Circumstances(
            DemoFacility.ZONE, List.of(new Circumstances.Period(Instant.parse("2022-02-24T03:30:00Z"), null)));

    /** Rules that may be broken at the turn: an overdue check, force without report, a hunger strike, who left before breakfast. */
    private static final Set<String> BROKEN = Set.of("checks", "force-report", "regime-meals", "regime-meals-part");

    private static Stream<Clock> clocks() {
        return PLAYED.records().stream().map(DemoLawTest::board).flatMap(board -> board.clocks().stream());
    }

    private static Board board(CustodyRecord record) {
        return Judging.board(record.standing(), MARTIAL_LAW, PACK, TURN);
    }

    private static String rule(Clock clock) {
        return clock.rule().heading().id();
    }

    @Test
    void nobodyIsHeldBeyondALimitAndLittleElseIsBroken() {
        Set<String> broken = new TreeSet<>();
        clocks().filter(clock -> clock.state() == Clock.State.BREACHED)
                .map(DemoLawTest::rule)
                .forEach(broken::add);
        broken.removeAll(BROKEN);
        assertEquals(Set.of(), broken);
    }

    @Test
    void someDutiesWereDoneLate() {
        long late =
                clocks().filter(clock -> clock.state() == Clock.State.MET_LATE).count();
        assertTrue(late > 20 && late < 120, "late: " + late);
    }

    @Test
    void theWhiteboardCountsDown() {
        List<String> near = clocks().filter(clock -> clock.state() == Clock.State.RUNNING && clock.due() != null)
                .filter(clock -> Duration.between(TURN, clock.due()).compareTo(Duration.ofHours(2)) < 0)
                .map(DemoLawTest::rule)
                .distinct()
                .toList();
        for (String rule : List.of("to-court", "suspicion", "misdemeanour", "admin", "court-permission")) {
            assertTrue(near.contains(rule), () -> rule + " is not near: " + near);
        }
    }
}
