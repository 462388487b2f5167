package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.detention.Lateness;
import custody.record.events.Basis;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.Level;
import custody.record.events.CareFact.ObservationLevelSet;
import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.CoercionFact.ForceUsed;
import custody.record.events.ComplaintFact.ViolationFound;
import custody.record.events.CustodyFact.SuspicionNotified;
import custody.record.events.Event;
import custody.record.events.IncidentFact.Incident;
import custody.record.events.IncidentFact.Incident.Kind;
import custody.record.events.MedicalFact.Injury;
import custody.record.events.MedicalFact.MedicCalled;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.QuestioningFact.OfficerQuestioned;
import custody.record.events.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the honesty rules are there for happens in the day, each where it is meant and nowhere else. */
class AwkwardTest {
    private static final DayPlayed PLAYED = DayPlayed.AT_TURN;

    @Test
    void someEntriesAreLateMostOfThemWithAReason() {
        List<Event> late = PLAYED.events().filter(Lateness::late).toList();
        long reasoned =
                late.stream().filter(event -> event.lateReason() != null).count();
        assertTrue(late.size() > 25 && late.size() < 150, "late: " + late.size());
        assertTrue(reasoned > 10 && reasoned < late.size(), "with a reason: " + reasoned);
    }

    @Test
    void oneSuspicionIsWrittenMinutesBeforeItsDayIsOver() {
        CustodyRecord record = PLAYED.record("17");
        Event event = record.events().stream()
                .filter(one -> one.fact() instanceof SuspicionNotified)
                .findFirst()
                .orElseThrow();
        Duration left = Duration.between(
                event.recordedAt(), record.situation().apprehendedAt().plus(Duration.ofHours(24)));
        assertTrue(!left.isNegative() && left.toMinutes() < 5, "left: " + left);
        assertTrue(Lateness.late(event));
    }

    @Test
    void aShiftOfChecksIsWrittenAtOnce() {
        Map<Instant, Long> minutes = PLAYED.record("35").events().stream()
                .filter(event -> event.fact() instanceof CheckMade && Lateness.late(event))
                .collect(Collectors.groupingBy(
                        event -> event.recordedAt().truncatedTo(java.time.temporal.ChronoUnit.HOURS),
                        Collectors.counting()));
        assertTrue(minutes.values().stream().anyMatch(count -> count >= 5), minutes.toString());
    }

    @Test
    void aShiftOfChecksIsOnTheHalfHourToTheSecond() {
        long exact = PLAYED.record("36").events().stream()
                .filter(event -> event.fact() instanceof CheckMade)
                .filter(event -> event.occurredAt().getEpochSecond() % 1_800 == 0)
                .count();
        assertTrue(exact >= 5, "exact: " + exact);
    }

    @Test
    void onlyOneTextIsCopied() {
        Map<String, Long> seen = PLAYED.events()
                .map(Event::fact)
                .filter(CheckMade.class::isInstance)
                .map(fact -> ((CheckMade) fact).seen())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        List<String> copied = seen.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of("Затримана особа у камері, скарг та заяв не надходило"), copied);
    }

    @Test
    void oneLevelIsBelowWhatTheAnswersSay() {
        assertEquals(
                Level.EVERY_60_MIN,
                PLAYED.facts("30", ObservationLevelSet.class)
                        .findFirst()
                        .orElseThrow()
                        .level());
        assertTrue(PLAYED.facts("30", DetaineeQuestioned.class)
                .anyMatch(fact -> fact.risks().contains(Risk.SUICIDE_OR_SELF_HARM)));
        assertTrue(PLAYED.facts("30", Incident.class).anyMatch(fact -> fact.kind() == Kind.SUICIDE_ATTEMPT));
    }

    @Test
    void oneUseOfForceHasNoReportAndOneHas() {
        assertEquals(1, PLAYED.facts("32", ForceUsed.class).count());
        assertEquals(0, PLAYED.facts("32", ForceStatement.class).count());
        assertEquals(1, PLAYED.facts("31", ForceStatement.class).count());
    }

    @Test
    void oneInjuryHasNoMedicAndAccountsContradict() {
        assertTrue(PLAYED.facts("33", Injury.class).count() > 0);
        assertEquals(0, PLAYED.facts("33", MedicCalled.class).count());
        for (String key : List.of("32", "34")) {
            assertEquals(
                    false,
                    PLAYED.facts(key, OfficerQuestioned.class)
                            .findFirst()
                            .orElseThrow()
                            .coercionUsed());
            assertEquals(
                    true,
                    PLAYED.facts(key, DetaineeQuestioned.class)
                            .findFirst()
                            .orElseThrow()
                            .coercionUsed());
        }
    }

    @Test
    void timesAreCorrectedAndEntriesWithdrawn() {
        Entry first = PLAYED.record("09").entries().getFirst();
        assertTrue(first.standing().occurredAt().isBefore(first.original().occurredAt()));
        assertEquals(1, PLAYED.facts("09", ViolationFound.class).count());
        assertTrue(PLAYED.record("39").entries().stream().anyMatch(Entry::withdrawn));
    }

    @Test
    void aVisitorBecomesADetaineeAndKeepsTheFirstControl() {
        CustodyRecord record = PLAYED.record("27");
        Instant first = record.events().getFirst().occurredAt();
        assertEquals(first, record.situation().apprehendedAt());
        assertEquals(List.of(Basis.VISITOR), record.situationAt(first).bases());
        assertEquals(List.of(Basis.CPC_208), record.situation().bases());
    }

    @Test
    void anUnknownPersonIsIdentifiedAndNobodyDies() {
        CustodyRecord record = PLAYED.record("25");
        assertTrue(
                record.situationAt(record.situation().apprehendedAt()).person().unknown());
        assertFalse(record.situation().person().unknown());
    }
}
