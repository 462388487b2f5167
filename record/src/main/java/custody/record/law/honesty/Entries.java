package custody.record.law.honesty;

import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.NoticeFact;
import custody.record.events.RightsFact;
import custody.record.events.SystemFact;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.VideoFact;
import custody.record.law.Board;
import custody.record.law.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When entries were written, against when they say it happened. */
final class Entries {
    private static final Duration RIGHTS = Duration.ofMinutes(5);
    private static final Duration GENERAL = Duration.ofMinutes(15);
    private static final Duration JUST_BEFORE = Duration.ofMinutes(5);
    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final Duration HOURS = Duration.ofHours(2);
    private static final int MANY = 5;
    private static final int MANY_LATE = 3;

    private Entries() {}

    /**
     * Late: fifteen minutes, five for rights and notices, until the time that stands was written. A late entry that saves a
     * deadline by minutes is asked about apart, and so is every entry, late or not, that lifts a breach of the law that had
     * rung, and every correction that brings an event before a deadline it missed.
     */
    static void lateAndJustInTime(
            List<Event> events, Moves moves, Board board, Lifted lifted, Consumer<FlagRaised> raise) {
        for (Event event : events) {
            moves.of(event)
                    .forEach(move -> saved(event, move, board)
                            .ifPresent(clock -> raise.accept(
                                    saving(List.of(event.id(), move.by().id()), clock))));
            if (late(event, moves.written(event))) {
                raise.accept(new FlagRaised(
                        Flag.LATE_ENTRY, List.of(event.id()), "delay=" + delay(event, moves.written(event))));
                justBefore(event, board).ifPresent(clock -> raise.accept(saving(List.of(event.id()), clock)));
            }
            lifted.by(event)
                    .ifPresent(breach -> raise.accept(saving(writing(event, moves), breach.rule(), breach.due())));
        }
    }

    /** Corrections lift a breach that had rung too: a reason added, an act withdrawn, another basis, a beginning moved. */
    static void putRight(List<Event> written, Lifted lifted, Consumer<FlagRaised> raise) {
        for (Event event : written) {
            if (event.fact() instanceof CustodyFact.Correction correction) {
                lifted.byCorrection(event)
                        .ifPresent(breach -> raise.accept(
                                saving(List.of(correction.corrects(), event.id()), breach.rule(), breach.due())));
            }
        }
    }

    /** The entry, and the correction that gave it the time that stands. */
    private static List<EventId> writing(Event event, Moves moves) {
        List<Moves.Move> of = moves.of(event);
        return of.isEmpty()
                ? List.of(event.id())
                : List.of(event.id(), of.getLast().by().id());
    }

    private static FlagRaised saving(List<EventId> about, Clock clock) {
        return saving(about, clock.rule().id(), clock.due());
    }

    private static FlagRaised saving(List<EventId> about, String rule, @Nullable Instant due) {
        return new FlagRaised(Flag.JUST_BEFORE_DEADLINE, about, "rule=" + rule + ", due=" + due);
    }

    /** The clock that is kept now, and was not by the time that a correction moved. */
    private static Optional<Clock> saved(Event event, Moves.Move move, Board board) {
        return board.clocks().stream()
                .filter(clock -> clock.state() == Clock.State.MET && clock.due() != null)
                .filter(clock -> rests(clock, event.id()) && !begins(clock, event))
                .filter(clock -> move.from().isAfter(Objects.requireNonNull(clock.due()))
                        && !event.occurredAt().isAfter(clock.due()))
                .findFirst();
    }

    /** Whether the event is what the clock counts from: it can be late for nothing by that. */
    private static boolean begins(Clock clock, Event event) {
        return !Objects.equals(clock.metAt(), event.occurredAt())
                && Objects.equals(clock.startedAt(), event.occurredAt());
    }

    /** The apprehension is always told afterwards: its lateness is the gap to the registration, shown as such. */
    private static boolean late(Event event) {
        return late(event, event.recordedAt());
    }

    private static boolean late(Event event, Instant written) {
        boolean told = event.fact() instanceof CustodyFact.Apprehended
                || event.fact() instanceof CustodyFact.Addendum
                || event.fact() instanceof SystemFact
                || event.fact() instanceof VideoFact;
        Duration allowed = event.fact() instanceof RightsFact || event.fact() instanceof NoticeFact ? RIGHTS : GENERAL;
        return !told && delay(event, written).compareTo(allowed) > 0;
    }

    private static Duration delay(Event event, Instant written) {
        Instant until = event.occurrence().until();
        Duration delay = Duration.between(until == null ? event.occurredAt() : until, written);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    private static Optional<Clock> justBefore(Event event, Board board) {
        return board.clocks().stream()
                .filter(clock -> clock.state() == Clock.State.MET && clock.due() != null)
                .filter(clock -> Objects.equals(clock.metAt(), event.occurredAt()))
                .filter(clock -> rests(clock, event.id()))
                .filter(clock -> Duration.between(event.occurredAt(), Objects.requireNonNull(clock.due()))
                                .compareTo(JUST_BEFORE)
                        <= 0)
                .findFirst();
    }

    private static boolean rests(Clock clock, EventId event) {
        return clock.proof().inputs().stream().anyMatch(input -> input.event().equals(event));
    }

    /**
     * Entries of one hand, each within two minutes of the one before, that tell of two hours and more: five of any kind, or
     * three that are all late. Whoever writes up a shift in several sittings leaves few in each, but late ones.
     */
    static void batches(List<Event> written, Consumer<FlagRaised> raise) {
        List<Event> byHand = written.stream()
                .filter(event -> !(event.fact() instanceof SystemFact)
                        && !(event.fact() instanceof VideoFact)
                        && !(event.fact() instanceof CustodyFact.Correction)
                        && !(event.fact() instanceof CustodyFact.Apprehended))
                .sorted(Comparator.comparing((Event event) -> event.recordedBy().number())
                        .thenComparing(Event::recordedAt)
                        .thenComparingInt(Event::version))
                .toList();
        List<Event> batch = new ArrayList<>();
        for (Event event : byHand) {
            if (!batch.isEmpty() && !together(batch.getLast(), event)) {
                judge(batch, raise);
                batch.clear();
            }
            batch.add(event);
        }
        judge(batch, raise);
    }

    private static boolean together(Event before, Event event) {
        return before.recordedBy().equals(event.recordedBy())
                && Duration.between(before.recordedAt(), event.recordedAt()).compareTo(AT_ONCE) <= 0;
    }

    private static void judge(List<Event> batch, Consumer<FlagRaised> raise) {
        List<Event> late = batch.stream().filter(Entries::late).toList();
        boolean asked = (batch.size() >= MANY && span(batch).compareTo(HOURS) >= 0)
                || (late.size() >= MANY_LATE && span(late).compareTo(HOURS) >= 0);
        if (asked) {
            // The first few: the same flag however long the batch becomes.
            List<EventId> about = batch.stream().limit(MANY_LATE).map(Event::id).toList();
            raise.accept(new FlagRaised(
                    Flag.BATCH_ENTRY,
                    about,
                    "entries=" + batch.size() + ", from=" + first(batch) + ", to=" + last(batch)));
        }
    }

    private static Duration span(List<Event> events) {
        return Duration.between(first(events), last(events));
    }

    private static Instant first(List<Event> events) {
        return events.stream()
                .map(Event::occurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant last(List<Event> events) {
        return events.stream()
                .map(Event::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
