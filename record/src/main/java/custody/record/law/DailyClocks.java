package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Clock.State;
import custody.record.law.Spans.Span;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule.DailyAmount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges what is owed in every whole day spent in the facility. A day begun elsewhere, or partly elsewhere, is not judged. */
final class DailyClocks {
    private static final Condition AWAY = new Condition.Is(NamedFact.ELSEWHERE);
    private final DailyAmount rule;
    private final Course course;
    private final Instant until;
    private @Nullable Instant tomorrow;

    private DailyClocks(DailyAmount rule, Course course) {
        this.rule = rule;
        this.course = course;
        this.until = course.until(rule.heading().scope());
    }

    static List<Clock> of(DailyAmount rule, Course course) {
        List<Event> starts = course.triggers(rule.from());
        if (starts.isEmpty()) {
            return List.of(Winding.resting(rule, course.now, Step.Code.NOT_BEGUN, null));
        }
        return rule.day() == DailyAmount.Day.PART
                ? PartDayClocks.of(rule, course, starts.getFirst())
                : new DailyClocks(rule, course).days(starts.getFirst());
    }

    private List<Clock> days(Event start) {
        List<Clock> found = new ArrayList<>();
        Instant from = firstDay(start.occurredAt());
        boolean over = course.end(rule.heading().scope()).isPresent();
        tomorrow = over ? null : tomorrow(from);
        while (from.isBefore(until) || (from.equals(course.now) && until.equals(course.now))) {
            Instant to = next(from);
            Clock clock = day(start, from, to);
            if (clock != null) {
                found.add(clock);
            }
            from = to;
        }
        if (!found.isEmpty()) {
            return found;
        }
        return List.of(Winding.resting(rule, course.now, Step.Code.CONDITION_ABSENT, over ? null : from));
    }

    /** Another day begins then, whatever was given on this one: the board must be looked at anew. */
    private Instant tomorrow(Instant first) {
        Instant day = first;
        while (!day.isAfter(course.now)) {
            day = next(day);
        }
        return day;
    }

    private Instant firstDay(Instant start) {
        ZoneId zone = course.circumstances.zone();
        ZonedDateTime midnight = start.atZone(zone).toLocalDate().atStartOfDay(zone);
        return switch (rule.day()) {
            case SINCE_START -> start;
            case CALENDAR, PART ->
                midnight.toInstant().equals(start)
                        ? start
                        : midnight.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private Instant next(Instant from) {
        ZoneId zone = course.circumstances.zone();
        return switch (rule.day()) {
            case SINCE_START -> from.plus(Duration.ofHours(24));
            case CALENDAR, PART ->
                from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private @Nullable Clock day(Event start, Instant from, Instant to) {
        boolean whole = !to.isAfter(until);
        boolean ended = course.end(rule.heading().scope()).isPresent();
        Instant end = whole ? to : until;
        boolean away = !course.spans(AWAY).within(from, end).isZero()
                || course.spans(AWAY).at(from)
                || (!whole && course.spans(AWAY).at(end));
        Limit amount = rule.amounts().isEmpty() ? null : course.limitAt(rule.amounts(), from);
        if (away || (!whole && ended) || !course.spans(rule.heading().when()).at(from)) {
            return null;
        }
        Winding winding = new Winding(rule, course.now)
                .started(from)
                .due(to)
                .elapsed(Duration.between(from, end))
                .input(start)
                .step(Step.Code.DAY, from, to)
                .changes(tomorrow);
        Instant reached = amount == null ? counted(winding, from, end) : summed(winding, amount, from, end);
        if (reached != null) {
            return winding.met(reached).in(State.MET);
        }
        if (to.isBefore(course.now)) {
            return winding.in(State.BREACHED);
        }
        winding.open(List.of(new Need(Condition.ALWAYS, rule.of())));
        return winding.approaching(to, Duration.between(from, to)).in(State.RUNNING);
    }

    private @Nullable Instant counted(Winding winding, Instant from, Instant end) {
        List<Event> inside = course.doing(rule.of()).stream()
                .filter(event -> inside(event.occurredAt(), from, end))
                .toList();
        inside.forEach(winding::input);
        winding.step(Step.Code.TIMES, inside.size(), rule.times());
        return inside.size() >= rule.times() ? inside.get(rule.times() - 1).occurredAt() : null;
    }

    /** The day's last instant belongs to the next day, unless it is the present one. */
    private boolean inside(Instant at, Instant from, Instant end) {
        return !at.isBefore(from) && (at.isBefore(end) || (at.equals(end) && end.equals(course.now)));
    }

    /** A minute that two entries tell of is one minute; entries without a gap between them are one piece. */
    private @Nullable Instant summed(Winding winding, Limit amount, Instant from, Instant end) {
        Duration sum = Duration.ZERO;
        Instant counted = from;
        Spans except = rule.exceptWhile() == null ? Spans.NEVER : course.spans(rule.exceptWhile());
        for (Event event : course.doing(rule.of())) {
            Instant stated = event.occurrence().until();
            if (stated == null) {
                continue;
            }
            for (Span piece : except.outside(later(event.occurredAt(), counted), stated.isAfter(end) ? end : stated)) {
                sum = rule.unbroken() && piece.from().isAfter(counted) ? Duration.ZERO : sum;
                Duration length = Duration.between(piece.from(), piece.to());
                winding.input(event).step(Step.Code.WENT_ON, piece.from(), piece.to());
                Instant reached = piece.from().plus(amount.length()).minus(sum);
                if (!reached.isAfter(piece.to())) {
                    return reached;
                }
                // A look back into the middle of what is entered with its end: it goes on, and is enough at that
                // instant.
                winding.changes(stated.isAfter(end) ? reached : null);
                sum = sum.plus(length);
                counted = piece.to();
            }
        }
        winding.step(Step.Code.SUM, sum).limit(amount);
        return null;
    }

    private static Instant later(Instant first, Instant second) {
        return Objects.requireNonNull(first.isAfter(second) ? first : second);
    }
}
