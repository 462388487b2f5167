package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.access.Access;
import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.detention.CustodyRecord;
import custody.record.events.Basis;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The day is whole, and the record takes every step of it. */
class DemoDayTest {
    private static final DayPlayed PLAYED = DayPlayed.AT_TURN;

    @Test
    void theSameSeedAndTurnGiveTheSameDay() {
        DemoDay again = DemoDay.around(DayPlayed.TURN, DemoDay.SEED);
        assertEquals(PLAYED.day().steps(), again.steps());
        assertNotEquals(again.steps(), DemoDay.around(DayPlayed.TURN, 1).steps());
    }

    @Test
    void recordAccessAndSeparationTakeEveryStepExceptThoseMeantToBeRefused() {
        assertEquals(List.of(), PLAYED.played().surprises());
        long meant = PLAYED.day().past().stream()
                .filter(step -> step.refused() != null)
                .count();
        assertEquals(meant, PLAYED.played().refusedAsMeant());
    }

    @Test
    void theRefusalsThatAreMetAreTheseAndNoOthers() {
        Set<String> met = PLAYED.day().steps().stream()
                .filter(step -> step.refused() != null)
                .map(step -> String.valueOf(step.refused()).replaceAll(".*\\$", ""))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "PersonElsewhere",
                        "SearchUnderPoliceCare",
                        "AlreadyRecorded",
                        "CustodyEnded",
                        "RecordIsOpen",
                        "RecordIsClosed",
                        "BeforeApprehension",
                        "OccursInFuture"),
                met);
    }

    @Test
    void anyHourAndBothClockChangesMakeADayThatIsTaken() {
        for (Instant turn : turns()) {
            DayPlayed day = DayPlayed.to(DemoDay.around(turn, DemoDay.SEED), true, false);
            assertEquals(List.of(), day.played().surprises(), "turn " + turn);
        }
    }

    private static List<Instant> turns() {
        List<Instant> nights = List.of(Instant.parse("2026-10-25T00:40:00Z"), Instant.parse("2026-03-29T22:10:30Z"));
        if (!Boolean.getBoolean("custody.long")) {
            return nights;
        }
        Instant first = Instant.parse("2026-12-31T00:05:00Z");
        return Stream.concat(
                        nights.stream(), IntStream.range(0, 24).mapToObj(hour -> first.plus(Duration.ofHours(hour))))
                .toList();
    }

    @Test
    void fortyDetentionsHaveAboutAHundredAndFiftyEventsEach() {
        assertEquals(DemoDay.DETENTIONS, PLAYED.records().size());
        long events = PLAYED.events().count();
        assertTrue(events > 5_400 && events < 6_800, "events: " + events);
        assertTrue(PLAYED.day().ahead().size() > 2_000, "the demo goes on for hours");
    }

    @Test
    void everyBasisIsThere() {
        Set<Basis> bases = EnumSet.noneOf(Basis.class);
        PLAYED.records().forEach(record -> bases.addAll(record.situation().bases()));
        PLAYED.records()
                .forEach(record -> bases.addAll(
                        record.situationAt(record.situation().apprehendedAt()).bases()));
        assertEquals(EnumSet.allOf(Basis.class), bases);
    }

    @Test
    void mostKindsThatPeopleMayWriteAreThere() {
        Set<String> written = PLAYED.events()
                .map(event -> Catalogue.kind(event.fact()).name())
                .collect(Collectors.toSet());
        List<String> missing = Catalogue.kinds().stream()
                .filter(DemoDayTest::peopleMayWrite)
                .map(EventKind::name)
                .filter(name -> !written.contains(name))
                .toList();
        assertEquals(List.of("escaped", "died", "flag-answered"), missing);
    }

    private static boolean peopleMayWrite(EventKind kind) {
        return Arrays.stream(Role.values())
                .anyMatch(role -> permitted(role, kind, true) || permitted(role, kind, false));
    }

    private static boolean permitted(Role role, EventKind kind, boolean handedOver) {
        Relation close = new Relation(true, true, true, handedOver, true, true, true, false);
        return Access.decide(role, new custody.record.access.Action.Adding(kind), close)
                .permitted();
    }

    @Test
    void nothingIsLeftUnfilledInAnyText() {
        Set<String> open = new HashSet<>();
        PLAYED.events().forEach(event -> {
            for (Value value : Catalogue.encode(event.fact()).values()) {
                if (value instanceof Value.Text(String text) && text.matches("(?s).*([<>{}|$]| - ).*")) {
                    open.add(text);
                }
            }
        });
        assertEquals(Set.of(), open);
    }

    @Test
    void stepsAreInOrderAndNoTwoAtOnce() {
        List<Step> steps = PLAYED.day().steps();
        for (int place = 1; place < steps.size(); place++) {
            assertTrue(
                    steps.get(place - 1).recordedAt().isBefore(steps.get(place).recordedAt()));
        }
    }

    @Test
    void everyEndedRecordIsClosedOrAboutToBe() {
        for (CustodyRecord record : PLAYED.records()) {
            var situation = record.situation();
            boolean ended = situation.status().ended();
            boolean recent =
                    Duration.between(situation.statusSince(), DayPlayed.TURN).compareTo(Duration.ofMinutes(75)) < 0;
            assertTrue(
                    !ended || recent || situation.status().name().equals("CLOSED"),
                    () -> record.number() + " " + situation.status());
        }
    }
}
