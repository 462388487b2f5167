package custody.record.law;

import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Clock.State;
import custody.record.law.rules.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the alerts that were written still matter. A breach that nobody can put right any more, because the person has
 * gone or because it is what was done that was wrong, is open until somebody takes note of it, and then it is history.
 *
 * @param open what is still to be done, broken and not taken note of, or still unanswered
 * @param urging what people go on being told of until one of them takes note by name: all that is open, and breaches of
 *     the law itself that were put right too late, or that an entry or a correction written afterwards made undone: whoever
 *     says later that it was earlier does not silence what rang. A target of our own that was met late is no longer news.
 */
public record Lasting(Set<EventId> open, Set<EventId> urging) {
    public Lasting {
        open = Set.copyOf(open);
        urging = Set.copyOf(urging);
    }

    /** Judges every alert among a record's events by its board. Pure. */
    public static Lasting of(Board board, List<Event> written) {
        Set<EventId> open = new HashSet<>();
        Set<EventId> urging = new HashSet<>();
        for (Event event : written) {
            if (open(event, board, written)) {
                open.add(event.id());
                urging.add(event.id());
            } else if (event.fact() instanceof ClockBreached breach
                    && (lawPutRightLate(breach, board) || undoneAfterwards(event, breach, board, written))) {
                urging.add(event.id());
            }
        }
        return new Lasting(open, urging);
    }

    /** Whether such an event is an alert at all. */
    public static boolean isAlert(Event event) {
        return event.fact() instanceof ClockBreached
                || event.fact() instanceof ClockWarning
                || event.fact() instanceof FlagRaised;
    }

    private static boolean open(Event event, Board board, List<Event> written) {
        if (event.fact() instanceof ClockBreached breach) {
            return any(
                            board,
                            breach.rule(),
                            clock -> broken(clock, breach) && !clock.open().isEmpty())
                    || (any(board, breach.rule(), clock -> broken(clock, breach)) && !noted(event, written));
        }
        if (event.fact() instanceof ClockWarning warning) {
            return any(
                            board,
                            warning.rule(),
                            clock -> clock.state() == State.RUNNING
                                    && warning.due().equals(clock.due()))
                    && written.stream().noneMatch(other -> outdoes(other, warning));
        }
        return event.fact() instanceof FlagRaised
                && written.stream()
                        .noneMatch(other -> other.fact() instanceof FlagAnswered answer
                                && answer.flag().equals(event.id()));
    }

    private static boolean broken(Clock clock, ClockBreached breach) {
        return clock.state() == State.BREACHED && breach.due().equals(clock.due());
    }

    private static boolean noted(Event alert, List<Event> written) {
        return written.stream()
                .anyMatch(other -> other.fact() instanceof AlertAcknowledged noted
                        && noted.alert().equals(alert.id()));
    }

    private static boolean outdoes(Event other, ClockWarning warning) {
        return other.fact() instanceof ClockWarning later
                && later.rule().equals(warning.rule())
                && later.due().equals(warning.due())
                && later.elapsed() > warning.elapsed();
    }

    private static boolean lawPutRightLate(ClockBreached breach, Board board) {
        return any(
                board,
                breach.rule(),
                clock -> clock.state() == State.MET_LATE
                        && clock.heading().standing() == Standing.LAW
                        && Objects.equals(clock.due(), breach.due()));
    }

    /** A breach of the law that rang, and is none any more since somebody wrote something. */
    private static boolean undoneAfterwards(Event alert, ClockBreached breach, Board board, List<Event> written) {
        return undone(breach, board)
                && written.stream()
                        .dropWhile(event -> !event.id().equals(alert.id()))
                        .anyMatch(event -> !(event.fact() instanceof SystemFact));
    }

    /** Whether a breach of the law is none by this board. */
    public static boolean undone(ClockBreached breach, Board board) {
        return any(board, breach.rule(), clock -> clock.heading().standing() == Standing.LAW)
                && !any(
                        board,
                        breach.rule(),
                        clock -> late(clock) && breach.due().equals(clock.due()));
    }

    private static boolean late(Clock clock) {
        return clock.state() == State.BREACHED || clock.state() == State.MET_LATE;
    }

    private static boolean any(Board board, String rule, Predicate<Clock> wanted) {
        return board.of(rule).stream().anyMatch(wanted);
    }
}
