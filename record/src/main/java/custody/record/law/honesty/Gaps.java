package custody.record.law.honesty;

import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.PropertyFact;
import custody.record.events.QuestioningFact;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What should be there and is not. Nothing is missing while it may still come in time. */
final class Gaps {
    private static final Duration HOUR = Duration.ofMinutes(60);
    private static final Duration BEFORE_MOVE = Duration.ofMinutes(5);
    private static final Duration AFTER_MOVE = Duration.ofMinutes(15);

    /** What was done in time may be written so much later without being late. */
    static final Duration WRITING = Duration.ofMinutes(15);

    private Gaps() {}

    static void withoutReport(List<Event> events, Instant now, Consumer<FlagRaised> raise) {
        for (Event event : events) {
            boolean coercion = event.fact() instanceof CoercionFact.ForceUsed
                    || event.fact() instanceof CoercionFact.SpecialMeansUsed;
            if (coercion && over(event, HOUR, now) && none(events, reports(event))) {
                raise.accept(new FlagRaised(Flag.FORCE_WITHOUT_REPORT, List.of(event.id()), "within=" + HOUR));
            }
        }
    }

    /** A report that names another use of force does not report this one. */
    private static Predicate<Event> reports(Event use) {
        return event -> event.fact() instanceof CoercionFact.ForceStatement statement
                && names(statement.about(), use)
                && !event.occurredAt().isBefore(use.occurredAt());
    }

    private static boolean names(@Nullable EventId about, Event use) {
        return about == null || about.equals(use.id());
    }

    static void withoutMedic(List<Event> events, Instant now, Consumer<FlagRaised> raise) {
        for (Event event : events) {
            if (injury(event) && over(event, HOUR, now) && none(events, medic(event))) {
                raise.accept(new FlagRaised(Flag.INJURY_WITHOUT_MEDIC, List.of(event.id()), "within=" + HOUR));
            }
        }
    }

    private static boolean injury(Event event) {
        return event.fact() instanceof MedicalFact.Injury
                || (event.fact() instanceof CoercionFact.ForceUsed force && Boolean.TRUE.equals(force.injured()))
                || (event.fact() instanceof CoercionFact.SpecialMeansUsed means
                        && Boolean.TRUE.equals(means.injured()));
    }

    private static Predicate<Event> medic(Event injury) {
        return event -> within(event, injury, HOUR, HOUR)
                && (event.fact() instanceof MedicalFact.Examined
                        || event.fact() instanceof MedicalFact.MedicArrived
                        || event.fact() instanceof MedicalFact.Hospital);
    }

    /** Out of the own cell, and nothing says what for: no reason, no contact, no care, no escort. */
    static void unexplainedMoves(List<Event> events, Instant now, Consumer<FlagRaised> raise) {
        RoomCode cell = null;
        for (Event event : events) {
            if (event.fact() instanceof MovementFact.CellAllocated allocated) {
                cell = allocated.cell();
            }
            boolean left = event.fact() instanceof MovementFact.Moved moved
                    && cell != null
                    && !moved.to().equals(cell)
                    && !says(moved.reason());
            if (left && over(event, AFTER_MOVE, now) && none(events, explains(event))) {
                raise.accept(new FlagRaised(Flag.LEFT_CELL_UNEXPLAINED, List.of(event.id()), "within=" + AFTER_MOVE));
            }
        }
    }

    /** A dash is no reason. */
    private static boolean says(@Nullable String reason) {
        return reason != null && reason.chars().anyMatch(Character::isLetter);
    }

    private static Predicate<Event> explains(Event move) {
        return event -> !event.id().equals(move.id())
                && within(event, move, BEFORE_MOVE, AFTER_MOVE)
                && switch (event.fact()) {
                    case ContactFact _, DefenceFact _, MedicalFact _, QuestioningFact _, PropertyFact.Searched _ ->
                        true;
                    case CareFact.Walk _, CareFact.Shower _, CareFact.Meal _ -> true;
                    case MovementFact.EscortOut _, MovementFact.CellAllocated _ -> true;
                    case CustodyFact.Released _, CustodyFact.Transferred _, CustodyFact.BroughtToCourt _ -> true;
                    default -> false;
                };
    }

    /** The first instant after which each thing that is expected counts as missing. */
    static Stream<Instant> deadlines(List<Event> events) {
        return events.stream().flatMap(event -> switch (event.fact()) {
            case CoercionFact.ForceUsed _, CoercionFact.SpecialMeansUsed _, MedicalFact.Injury _ ->
                Stream.of(event.occurredAt().plus(HOUR).plus(WRITING).plusMillis(1));
            case MovementFact.Moved _ ->
                Stream.of(event.occurredAt().plus(AFTER_MOVE).plus(WRITING).plusMillis(1));
            default -> Stream.<Instant>empty();
        });
    }

    private static boolean within(Event event, Event of, Duration before, Duration after) {
        Instant until = event.occurrence().until();
        Instant end = until == null ? event.occurredAt() : until;
        return !end.isBefore(of.occurredAt().minus(before))
                && !event.occurredAt().isAfter(of.occurredAt().plus(after));
    }

    private static boolean over(Event event, Duration time, Instant now) {
        return event.occurredAt().plus(time).plus(WRITING).isBefore(now);
    }

    /** The first instant after which what belongs to an entry would have been written. */
    static Instant settled(Event event) {
        return written(event.occurredAt());
    }

    /** The first instant after which what was done by then would have been written. */
    static Instant written(Instant doneBy) {
        return doneBy.plus(WRITING).plusMillis(1);
    }

    private static boolean none(List<Event> events, Predicate<Event> wanted) {
        return events.stream().noneMatch(wanted);
    }
}
