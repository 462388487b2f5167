package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.detention.Situation.Status;
import custody.record.events.CareFact.Level;
import custody.record.events.DefenceFact.ConfidentialMeeting;
import custody.record.events.DefenceFact.ConfidentialMeeting.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the demo begins the house is at work. */
class DemoStateTest {
    private static final Instant TURN = DayPlayed.TURN;
    private static final DayPlayed PLAYED = DayPlayed.AT_TURN;

    private static Stream<Situation> inCustody() {
        return PLAYED.records().stream()
                .map(CustodyRecord::situation)
                .filter(situation -> !situation.status().ended());
    }

    private static Duration ago(Instant instant) {
        return Duration.between(instant, TURN);
    }

    private static long with(Status status) {
        return inCustody().filter(situation -> situation.status() == status).count();
    }

    @Test
    void aboutFourteenAreInCustodyOneInHospitalOneOnTheWay() {
        long held = inCustody().count();
        assertTrue(held >= 13 && held <= 16, "in custody: " + held);
        assertEquals(1, with(Status.ELSEWHERE));
        assertEquals(1, with(Status.ON_THE_WAY));
        assertTrue(inCustody().anyMatch(one -> String.valueOf(one.elsewhere()).contains("лікарня")));
    }

    @Test
    void oneWasJustDelivered() {
        assertEquals(
                1,
                inCustody()
                        .map(Situation::deliveredAt)
                        .filter(Objects::nonNull)
                        .filter(at -> ago(at).toMinutes() < 10)
                        .count());
    }

    @Test
    void oneIsWithTheDefenderNow() {
        List<Phase> phases = PLAYED.facts("19", ConfidentialMeeting.class)
                .map(ConfidentialMeeting::phase)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.of(Phase.STARTED), phases);
    }

    @Test
    void severalDeadlinesAreNear() {
        long near = inCustody()
                .filter(one -> Stream.of(3, 24, 36, 60, 72).anyMatch(hours -> near(one.apprehendedAt(), hours)))
                .count();
        assertTrue(near >= 6, "near a deadline: " + near);
    }

    private static boolean near(Instant apprehended, int hours) {
        Duration left = Duration.between(TURN, apprehended.plus(Duration.ofHours(hours)));
        return !left.isNegative() && left.compareTo(Duration.ofHours(2)) < 0;
    }

    @Test
    void oneCheckIsOverdue() {
        Situation one = PLAYED.record("11").situation();
        assertEquals(Level.EVERY_15_MIN, one.level());
        assertTrue(ago(Objects.requireNonNull(one.lastCheck())).toMinutes() > 20);
    }

    @Test
    void theLevelIsKeptForEveryoneElseWhoIsFree() {
        List<String> late = PLAYED.records().stream()
                .filter(record -> record.situation().status() == Status.IN_CUSTODY)
                .filter(record -> record.situation().room() != null
                        && String.valueOf(record.situation().room()).startsWith("CELL"))
                .filter(record -> !record.id().equals(PLAYED.record("11").id()))
                .filter(record -> overdue(record.situation()))
                .map(record -> record.number().toString())
                .toList();
        assertEquals(List.of(), late);
    }

    private static boolean overdue(Situation one) {
        Instant last = one.lastCheck();
        long most = one.level() == Level.EVERY_60_MIN ? 60 : one.level() == Level.EVERY_30_MIN ? 30 : 15;
        return last != null && ago(last).toMinutes() > most + 8;
    }
}
