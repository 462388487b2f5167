package custody.record.law;

import custody.record.law.Clock.State;
import custody.record.law.Stretches.Stretch;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule.MaximumDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges how long an activity went on, without a break or in sum on one day. */
final class DurationClocks {
    private final MaximumDuration rule;
    private final Course course;
    private final Spans when;

    private DurationClocks(MaximumDuration rule, Course course) {
        this.rule = rule;
        this.course = course;
        this.when = course.spans(rule.heading().when());
    }

    static List<Clock> of(MaximumDuration rule, Course course) {
        List<Stretch> stretches = Stretches.of(rule.activity(), course);
        DurationClocks clocks = new DurationClocks(rule, course);
        List<Clock> found = switch (rule.per()) {
            case STRETCH -> clocks.perStretch(stretches);
            case DAY -> clocks.perDay(stretches);
        };
        return found.isEmpty()
                ? List.of(Winding.resting(
                        rule, course.now, stretches.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT, null))
                : found;
    }

    private List<Clock> perStretch(List<Stretch> stretches) {
        List<Clock> found = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Limit limit = limitAt(stretch.from());
            if (limit != null) {
                found.add(clock(stretch, limit));
            }
        }
        return found;
    }

    private Clock clock(Stretch stretch, Limit limit) {
        Instant now = course.now;
        Instant end = stretch.until(now);
        Instant due = stretch.from().plus(limit.length());
        boolean over = due.isBefore(end);
        Winding winding = new Winding(rule, now)
                .started(stretch.from())
                .due(due)
                .elapsed(Duration.between(stretch.from(), end))
                .input(stretch.begin());
        told(winding, stretch);
        winding.limit(limit).step(Step.Code.DUE, due);
        if (!stretch.goesOn(now)) {
            return winding.met(end).in(over ? State.MET_LATE : State.MET);
        }
        winding.changes(stretch.to());
        if (stretch.to() == null && !rule.activity().ends().isEmpty()) {
            winding.open(List.of(new Need(Condition.ALWAYS, rule.activity().ends())));
        }
        return over
                ? winding.in(State.BREACHED)
                : winding.approaching(due, limit.length()).in(State.RUNNING);
    }

    private List<Clock> perDay(List<Stretch> stretches) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Stretch stretch : stretches) {
            LocalDate last = day(stretch.until(course.now));
            for (LocalDate day = day(stretch.from()); !day.isAfter(last); day = day.plusDays(1)) {
                days.add(day);
            }
        }
        List<Clock> found = new ArrayList<>();
        for (LocalDate day : days) {
            Clock clock = day(day, stretches);
            if (clock != null) {
                found.add(clock);
            }
        }
        return found;
    }

    private @Nullable Clock day(LocalDate day, List<Stretch> stretches) {
        Instant from = day.atStartOfDay(course.circumstances.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(course.circumstances.zone()).toInstant();
        Winding winding = new Winding(rule, course.now);
        Duration sum = Duration.ZERO;
        Instant due = null;
        Limit limit = null;
        Instant started = null;
        boolean goesOn = false;
        for (Stretch stretch : stretches) {
            Instant begin = stretch.from().isAfter(from) ? stretch.from() : from;
            Instant end = stretch.until(course.now).isBefore(to) ? stretch.until(course.now) : to;
            Limit current = limitAt(stretch.from());
            boolean open = stretch.goesOn(course.now) && course.now.isBefore(to);
            if (current == null || end.isBefore(begin) || (end.equals(begin) && !open)) {
                continue;
            }
            limit = limit == null || current.length().compareTo(limit.length()) < 0 ? current : limit;
            started = started == null ? begin : started;
            Instant reached = begin.plus(limit.length()).minus(sum);
            sum = sum.plus(Duration.between(begin, end));
            due = due == null && (open || reached.isBefore(end)) && !reached.isAfter(to) ? reached : due;
            goesOn |= open;
            told(winding.input(stretch.begin()), stretch);
        }
        if (limit == null || started == null) {
            return null;
        }
        winding.started(started)
                .elapsed(sum)
                .due(due)
                .limit(limit)
                .step(Step.Code.DAY, from, to)
                .step(Step.Code.SUM, sum);
        return judged(winding, limit, sum, due, goesOn ? to : null);
    }

    private Clock judged(Winding winding, Limit limit, Duration sum, @Nullable Instant due, @Nullable Instant dayEnd) {
        winding.changes(dayEnd);
        if (sum.compareTo(limit.length()) > 0) {
            return winding.in(State.BREACHED);
        }
        if (dayEnd == null) {
            return winding.in(State.MET);
        }
        if (due != null) {
            winding.approaching(due, limit.length());
        }
        return winding.in(State.RUNNING);
    }

    private @Nullable Limit limitAt(Instant at) {
        return when.at(at) ? course.limitAt(rule.limits(), at) : null;
    }

    private LocalDate day(Instant at) {
        return at.atZone(course.circumstances.zone()).toLocalDate();
    }

    private void told(Winding winding, Stretch stretch) {
        if (stretch.end() != null) {
            winding.input(stretch.end());
        }
        if (stretch.to() == null) {
            winding.step(Step.Code.GOES_ON, stretch.from());
        } else {
            winding.step(Step.Code.WENT_ON, stretch.from(), stretch.to());
        }
    }
}
