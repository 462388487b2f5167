package custody.record.law;

import custody.record.events.Event;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a record. Pure: the same events, circumstances, pack and moment give the same board. */
public final class Judging {
    private Judging() {}

    /**
     * The board of a record at an instant.
     *
     * @param standing events with corrections applied and withdrawn ones left out, in any order; the apprehension among
     *     them. What occurs after {@code now} has not happened yet.
     * @param circumstances what is known of the facility
     * @param pack the law that judges this record
     * @param now the instant, in the past as well as at present
     */
    public static Board board(List<Event> standing, Circumstances circumstances, Pack pack, Instant now) {
        Course course = new Course(standing, circumstances, pack, now);
        List<Clock> clocks = new ArrayList<>();
        for (Rule rule : pack.rules()) {
            clocks.addAll(clocks(rule, course));
        }
        return new Board(now, new Board.Under(pack.id(), pack.version(), pack.hash()), clocks, ahead(standing, now));
    }

    /** The next instant at which anything on the board changes, if no event comes before. */
    public static Optional<Instant> next(List<Event> standing, Circumstances circumstances, Pack pack, Instant now) {
        return board(standing, circumstances, pack, now).next();
    }

    private static List<Clock> clocks(Rule rule, Course course) {
        return switch (rule) {
            case Rule.Deadline deadline -> DeadlineClocks.of(deadline, course);
            case Rule.MaximumDuration duration -> DurationClocks.of(duration, course);
            case Rule.ForbiddenWindow window -> WindowClocks.of(window, course);
            case Rule.RequiredPresence presence -> PresenceClocks.of(presence, course);
            case Rule.Recurrence recurrence -> RecurrenceClocks.of(recurrence, course);
            case Rule.DailyAmount daily -> DailyClocks.of(daily, course);
            case Rule.Refusal refusal -> RefusalClocks.of(refusal, course);
        };
    }

    /** Events that are written already and occur within the next minute: people's clocks differ. */
    private static Optional<Instant> ahead(List<Event> standing, Instant now) {
        return standing.stream()
                .map(Event::occurredAt)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }
}
