package custody.record.law;

import custody.record.catalogue.Wire;
import custody.record.events.Event;
import custody.record.events.SystemFact;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.law.Clock.State;
import custody.record.law.Clock.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a board says that the record does not say yet. Idempotent: once the answers are written, the same board answers
 * with nothing. A rule and a due instant name a clock; a due instant that moved is another clock, and what was written of
 * the first stays.
 */
public final class Alerts {
    private Alerts() {}

    /** The new warnings and breaches, in the order in which they came true. {@code written} are the record's events. */
    public static List<Alert> of(Board board, List<Event> written) {
        Map<SystemFact, Alert> found = new LinkedHashMap<>();
        for (Clock clock : board.clocks()) {
            alert(clock, board, written).ifPresent(alert -> found.putIfAbsent(alert.fact(), alert));
        }
        List<Alert> alerts = new ArrayList<>(found.values());
        alerts.sort(Comparator.comparing(Alert::at));
        return alerts;
    }

    private static Optional<Alert> alert(Clock clock, Board board, List<Event> written) {
        return switch (clock.state()) {
            case BREACHED, MET_LATE -> breach(clock, board, written);
            case RUNNING -> warning(clock, board, written);
            case MET, SUSPENDED, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static Optional<Alert> breach(Clock clock, Board board, List<Event> written) {
        Instant due = clock.due();
        if (due == null
                || written.stream()
                        .anyMatch(event -> breached(event, clock.rule().id(), due))) {
            return Optional.empty();
        }
        String demands = clock.heading().demands().stream().map(Wire::name).collect(Collectors.joining(", "));
        SystemFact fact = new ClockBreached(
                clock.rule().id(),
                clock.heading().provision(),
                due,
                demands,
                board.under().text());
        return Optional.of(new Alert(fact, due, clock.heading().escalation()));
    }

    /** After a late wake-up only the highest share that has been reached is told; the lower ones are no news. */
    private static Optional<Alert> warning(Clock clock, Board board, List<Event> written) {
        Optional<Warning> reached = clock.warnings().stream()
                .filter(warning -> !warning.at().isAfter(board.at()))
                .max(Comparator.comparingInt(Warning::percent));
        Instant due = clock.due();
        if (reached.isEmpty() || due == null) {
            return Optional.empty();
        }
        int percent = reached.get().percent();
        if (written.stream().anyMatch(event -> warned(event, clock.rule().id(), due, percent))) {
            return Optional.empty();
        }
        SystemFact fact = new ClockWarning(
                clock.rule().id(),
                clock.heading().provision(),
                percent,
                due,
                board.under().text());
        return Optional.of(new Alert(fact, reached.get().at(), clock.heading().escalation()));
    }

    private static boolean breached(Event event, String rule, Instant due) {
        return event.fact() instanceof ClockBreached fact
                && fact.rule().equals(rule)
                && Objects.equals(fact.due(), due);
    }

    private static boolean warned(Event event, String rule, Instant due, int percent) {
        return event.fact() instanceof ClockWarning fact
                && fact.rule().equals(rule)
                && fact.due().equals(due)
                && fact.elapsed() >= percent;
    }

    /** Whether a clock says that something is wrong now, for badges and sounds. */
    public static boolean alarming(Clock clock) {
        return clock.state() == State.BREACHED;
    }
}
