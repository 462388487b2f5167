package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPlayerTest {
    private static final Instant TURN = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void theClockIsSetToEachStepAndEndsAtTheTurn() {
        DemoDay day = DayPlayed.AT_TURN.day();
        List<Instant> clock = new ArrayList<>();
        InMemoryDesk desk = new InMemoryDesk(false);
        new DemoPlayer(desk, "clock").play(day.past(), instant -> {
            clock.add(instant);
            desk.clock(instant);
        });
        assertEquals(day.past().stream().map(Step::recordedAt).toList(), clock);
        assertTrue(!clock.getLast().isAfter(day.turn()));
        for (CustodyRecord record : desk.records()) {
            Instant last = Instant.MIN;
            for (Event event : record.events()) {
                assertTrue(!event.recordedAt().isBefore(last), "recorded times go forward");
                last = event.recordedAt();
            }
        }
    }

    @Test
    void aSlipIntoTheFutureStaysAheadHoweverLongThePlayTakes() {
        DemoDay day = DayPlayed.AT_TURN.day();
        InMemoryDesk desk = new InMemoryDesk(false);
        Instant[] wall = {day.turn()};
        Played played = new DemoPlayer(desk, "now").playNow(day.past(), () -> {
            wall[0] = wall[0].plusMillis(500);
            desk.clock(wall[0]);
            return wall[0];
        });
        assertEquals(List.of(), played.surprises());
        assertEquals(DayPlayed.AT_TURN.played().refusedAsMeant(), played.refusedAsMeant());
    }

    @Test
    void atSixtyTimesThePaceAnHourIsAMinuteAndThePastStays() {
        Pace pace = new Pace(TURN, TURN, 60);
        assertEquals(TURN.plusSeconds(60), pace.of(TURN.plus(Duration.ofHours(1))));
        assertEquals(TURN.minusSeconds(600), pace.of(TURN.minusSeconds(600)));
        assertEquals(TURN, pace.of(TURN));
        assertThrows(IllegalArgumentException.class, () -> new Pace(TURN, TURN, 0));
    }

    @Test
    void theDayGoesOnAtAPaceAndEveryStepIsTaken() {
        DemoDay day = DayPlayed.AT_TURN.day();
        InMemoryDesk desk = new InMemoryDesk(false);
        DemoPlayer player = new DemoPlayer(desk, "live");
        player.play(day.past(), desk::clock);
        Instant end = day.turn().plus(Duration.ofMinutes(6));
        Played played = player.play(day.ahead(), new Pace(day.turn(), day.turn(), 60), due -> {
            desk.clock(due);
            return due.isBefore(end);
        });
        assertEquals(List.of(), played.surprises());
        assertTrue(played.stored() > DayPlayed.AT_TURN.played().stored() + 500, "stored: " + played.stored());
        Instant newest = desk.records().stream()
                .flatMap(record -> record.events().stream())
                .map(Event::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        assertTrue(newest.isBefore(end.plusSeconds(1)));
    }

    @Test
    void aWholeDayInMinutesMeetsTheSameRefusals() {
        DemoDay day = DayPlayed.AT_TURN.day();
        InMemoryDesk desk = new InMemoryDesk(false);
        Instant dawn = day.past().getFirst().recordedAt();
        Played played = new DemoPlayer(desk, "fast").play(day.past(), new Pace(dawn, TURN, 600), due -> {
            desk.clock(due);
            return true;
        });
        assertEquals(List.of(), played.surprises());
        assertEquals(DayPlayed.AT_TURN.played().refusedAsMeant(), played.refusedAsMeant());
    }

    @Test
    void whatIsWrittenTogetherIsOfDifferentRecordsAndInOrder() {
        List<Step> past = DayPlayed.AT_TURN.day().past();
        List<List<Step>> groups = Together.groups(past);
        assertEquals(past, groups.stream().flatMap(List::stream).toList());
        for (List<Step> group : groups) {
            long records = group.stream()
                    .map(step -> step.action().record())
                    .distinct()
                    .count();
            assertEquals(group.size(), records);
            Duration span = Duration.between(
                    group.getFirst().recordedAt(), group.getLast().recordedAt());
            assertTrue(span.compareTo(Duration.ofMinutes(1)) <= 0);
        }
        assertTrue(groups.size() < past.size() * 2 / 3, "groups: " + groups.size());
    }

    @Test
    void togetherTheDayComesToTheSame() {
        InMemoryDesk desk = new InMemoryDesk(false);
        KeptKeys one = new KeptKeys(desk);
        Played played = new DemoPlayer(one, "together")
                .playTogether(DayPlayed.AT_TURN.day().past(), desk::clock);
        assertEquals(List.of(), played.surprises());
        assertEquals(DayPlayed.AT_TURN.played().stored(), played.stored());
    }

    @Test
    void aCutOffRunIsPlayedAgainWithTheSameKeys() {
        DemoDay day = DayPlayed.AT_TURN.day();
        List<Step> some = day.past().subList(0, 300);
        KeptKeys first = new KeptKeys(new InMemoryDesk(false));
        new DemoPlayer(first, "run").play(some.subList(0, 200), first::clock);
        KeptKeys again = new KeptKeys(new InMemoryDesk(false));
        new DemoPlayer(again, "run").play(some, again::clock);
        assertEquals(first.keys(), again.keys().subList(0, 200));
        assertEquals(300, again.keys().stream().distinct().count());
    }
}
