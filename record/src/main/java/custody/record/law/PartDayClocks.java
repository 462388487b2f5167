package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Clock.State;
import custody.record.law.rules.Condition;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule.DailyAmount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what is owed on the two days that are not spent in the facility from midnight to midnight: the one on which it
 * began and the one on which it ended. As much is owed as the share of 24 hours holds whole, so that nobody is told of a
 * meal that was no longer, or not yet, to be given. A day partly elsewhere is not judged.
 */
final class PartDayClocks {
    private static final Condition AWAY = new Condition.Is(NamedFact.ELSEWHERE);
    private static final Duration DAY = Duration.ofHours(24);
    private final DailyAmount rule;
    private final Course course;
    private final ZoneId zone;
    private final List<Clock> found = new ArrayList<>();

    private PartDayClocks(DailyAmount rule, Course course) {
        this.rule = rule;
        this.course = course;
        this.zone = course.circumstances.zone();
    }

    static List<Clock> of(DailyAmount rule, Course course, Event start) {
        PartDayClocks clocks = new PartDayClocks(rule, course);
        clocks.both(start);
        return clocks.found.isEmpty()
                ? List.of(Winding.resting(rule, course.now, Step.Code.CONDITION_ABSENT, null))
                : clocks.found;
    }

    private void both(Event start) {
        Instant from = start.occurredAt();
        LocalDate first = from.atZone(zone).toLocalDate();
        Instant midnight = midnight(first.plusDays(1));
        Instant until = course.until(rule.heading().scope());
        boolean ended = course.end(rule.heading().scope()).isPresent();
        boolean begunAtMidnight = midnight(first).equals(from);
        boolean endedThatDay = ended && until.isBefore(midnight);
        if (!begunAtMidnight || endedThatDay) {
            day(start, from, endedThatDay ? until : midnight);
        }
        if (ended && !endedThatDay) {
            day(start, midnight(until.atZone(zone).toLocalDate()), until);
        }
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void day(Event start, Instant from, Instant to) {
        // Whoever had gone before the registration was entered is owed nothing here.
        int owed = (int) Duration.between(from, to).multipliedBy(rule.times()).dividedBy(DAY);
        Instant end = to.isAfter(course.now) ? course.now : to;
        boolean away = !course.spans(AWAY).within(from, end).isZero()
                || course.spans(AWAY).at(from)
                || course.spans(AWAY).at(end);
        if (owed < 1 || away || !course.spans(rule.heading().when()).at(from)) {
            return;
        }
        Winding winding = new Winding(rule, course.now)
                .started(from)
                .due(to)
                .elapsed(Duration.between(from, end))
                .input(start)
                .step(Step.Code.DAY, from, to);
        List<Event> given = course.doing(rule.of()).stream()
                .filter(event -> inside(event.occurredAt(), from, end))
                .toList();
        given.forEach(winding::input);
        winding.step(Step.Code.TIMES, given.size(), owed);
        if (given.size() >= owed) {
            found.add(winding.met(given.get(owed - 1).occurredAt()).in(State.MET));
        } else if (to.isBefore(course.now)) {
            found.add(winding.in(State.BREACHED));
        } else {
            winding.open(List.of(new Need(Condition.ALWAYS, rule.of())));
            found.add(winding.approaching(to, Duration.between(from, to)).in(State.RUNNING));
        }
    }

    /** The day's last instant belongs to the next day, unless it is the present one. */
    private boolean inside(Instant at, Instant from, Instant end) {
        return !at.isBefore(from) && (at.isBefore(end) || (at.equals(end) && end.equals(course.now)));
    }
}
