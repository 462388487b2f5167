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
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges how long an activity went on, without a break or in sum on one day. */
final class DurationClocks {
    private final MaximumDuration rule;
    private final Course course;
    private final List<Part> parts = new ArrayList<>();

    private DurationClocks(MaximumDuration rule, Course course) {
        this.rule = rule;
        this.course = course;
    }

    static List<Clock> of(MaximumDuration rule, Course course) {
        List<Stretch> stretches = Stretches.of(rule.activity(), course);
        DurationClocks clocks = new DurationClocks(rule, course);
        stretches.forEach(stretch -> clocks.parts.addAll(Part.of(stretch, rule, course)));
        List<Clock> found = switch (rule.per()) {
            case STRETCH -> clocks.perStretch();
            case DAY -> clocks.perDay(stretches);
        };
        Step.Code why = stretches.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT;
        return found.isEmpty() ? List.of(Winding.resting(rule, course.now, why, clocks.edge())) : found;
    }

    /** What is known to end the present part, as a birthday or the end of martial law. */
    private @Nullable Instant edge() {
        return parts.isEmpty() ? null : parts.getLast().to();
    }

    private List<Clock> perStretch() {
        List<Clock> found = new ArrayList<>();
        for (Part part : parts) {
            Limit limit = part.limit();
            if (limit != null) {
                found.add(clock(part, limit));
            }
        }
        return found;
    }

    /** What had gone on before it was known counts; but nothing is late before it was known. */
    private Clock clock(Part part, Limit limit) {
        Instant now = course.now;
        Stretch stretch = part.stretch();
        Instant end = part.until(now);
        Instant due = later(part.from(), stretch.from().plus(limit.length()));
        boolean over = due.isBefore(end);
        Winding winding = new Winding(rule, now)
                .changes(edge())
                .started(stretch.from())
                .due(due)
                .elapsed(Duration.between(stretch.from(), end))
                .input(stretch.begin());
        told(winding, part);
        winding.limit(limit).step(Step.Code.DUE, due);
        if (!part.goesOn(now)) {
            return winding.met(end).in(over ? State.MET_LATE : State.MET);
        }
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
            Clock clock = day(day);
            if (clock != null) {
                found.add(clock);
            }
        }
        return found;
    }

    /** All of the day counts in the sum, whatever was known at the time; only what is under the rule can break it. */
    private @Nullable Clock day(LocalDate day) {
        Instant from = day.atStartOfDay(course.circumstances.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(course.circumstances.zone()).toInstant();
        Winding winding = new Winding(rule, course.now).changes(edge());
        Duration sum = Duration.ZERO;
        Duration judged = Duration.ZERO;
        Instant due = null;
        Limit limit = null;
        Instant started = null;
        boolean goesOn = false;
        boolean over = false;
        for (Part part : parts) {
            Instant begin = later(part.from(), from);
            Instant end = part.until(course.now).isBefore(to) ? part.until(course.now) : to;
            Limit current = part.limit();
            boolean open = part.goesOn(course.now) && course.now.isBefore(to);
            if (end.isBefore(begin) || (end.equals(begin) && !open)) {
                continue;
            }
            Duration before = sum;
            sum = sum.plus(Duration.between(begin, end));
            if (current == null) {
                continue;
            }
            limit = limit == null || current.length().compareTo(limit.length()) < 0 ? current : limit;
            started = started == null ? begin : started;
            Instant reached = later(begin, begin.plus(limit.length()).minus(before));
            judged = sum;
            due = due == null && (open || reached.isBefore(end)) && !reached.isAfter(to) ? reached : due;
            over |= reached.isBefore(end);
            goesOn |= open;
            told(winding.input(part.stretch().begin()), part);
        }
        if (limit == null || started == null) {
            return null;
        }
        winding.started(started)
                .elapsed(judged)
                .due(due)
                .limit(limit)
                .step(Step.Code.DAY, from, to)
                .step(Step.Code.SUM, judged);
        return judged(winding, limit, over, due, goesOn ? to : null);
    }

    private Clock judged(Winding winding, Limit limit, boolean over, @Nullable Instant due, @Nullable Instant dayEnd) {
        winding.changes(dayEnd);
        if (over) {
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

    private LocalDate day(Instant at) {
        return at.atZone(course.circumstances.zone()).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void told(Winding winding, Part part) {
        Stretch stretch = part.stretch();
        if (stretch.end() != null) {
            winding.input(stretch.end());
        }
        if (part.from().isAfter(stretch.from())) {
            winding.step(Step.Code.KNOWN_FROM, part.from());
        }
        if (part.goesOn(course.now)) {
            winding.step(Step.Code.GOES_ON, stretch.from());
            return;
        }
        winding.step(Step.Code.WENT_ON, stretch.from(), part.until(course.now));
        if (!Objects.equals(part.to(), stretch.to())) {
            winding.step(Step.Code.CONDITION_ENDED);
        }
    }
}
