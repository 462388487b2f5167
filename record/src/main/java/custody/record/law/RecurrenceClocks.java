package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Clock.State;
import custody.record.law.Spans.Span;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what must be done again and again: every gap that was too long, and the one that runs now. */
final class RecurrenceClocks {
    private final Recurrence rule;
    private final Course course;
    private final Spans when;
    private final Spans suspended;
    private final Spans paused;
    private final List<Clock> found = new ArrayList<>();

    /** Where the present gap began, its limit and its end; null while nothing is due. */
    private @Nullable Event anchor;

    private @Nullable Instant since;
    private @Nullable Limit limit;
    private @Nullable Instant due;
    private boolean firstGap = true;

    /** What put the present time off, and the time itself; null while it stands. */
    private @Nullable Event putOffBy;

    private @Nullable Instant putOff;

    /** Since when time is not counted: until it goes on, everything stands as it stood then; null while it counts. */
    private @Nullable Instant pausedSince;

    private RecurrenceClocks(Recurrence rule, Course course) {
        this.rule = rule;
        this.course = course;
        this.when = course.spans(rule.heading().when());
        this.suspended = rule.suspendedWhile() == null ? Spans.NEVER : course.spans(rule.suspendedWhile());
        this.paused = rule.pausedWhile() == null ? Spans.NEVER : course.spans(rule.pausedWhile());
    }

    static List<Clock> of(Recurrence rule, Course course) {
        List<Event> starts = course.triggers(rule.from());
        Instant until = course.until(rule.heading().scope());
        if (starts.isEmpty() || starts.getFirst().occurredAt().isAfter(until)) {
            return List.of(Winding.resting(rule, course.now, Step.Code.NOT_BEGUN, null));
        }
        return new RecurrenceClocks(rule, course).run(starts.getFirst(), until);
    }

    private List<Clock> run(Event start, Instant until) {
        Instant from = start.occurredAt();
        Map<Instant, Event> done = new HashMap<>();
        for (Event event : course.doing(rule.doneBy())) {
            if (event.occurredAt().isAfter(from)) {
                done.putIfAbsent(event.occurredAt(), event);
            }
        }
        Map<Instant, Event> puttingOff = new HashMap<>();
        if (rule.postponement() != null) {
            course.triggers(rule.postponement().by())
                    .forEach(event -> puttingOff.putIfAbsent(event.occurredAt(), event));
        }
        TreeSet<Instant> points = new TreeSet<>(done.keySet());
        points.addAll(puttingOff.keySet());
        when.edges(points);
        suspended.edges(points);
        paused.edges(points);
        rule.every().forEach(every -> course.spans(every.when()).edges(points));
        pause(from);
        begin(start, from);
        for (Instant at : points.subSet(from, false, until, true)) {
            pause(at);
            Event event = done.get(at);
            Event later = puttingOff.get(at);
            if (event != null) {
                done(event, at);
            } else if (later != null) {
                postpone(later, at);
            } else {
                changed(at);
            }
        }
        found.add(current(until));
        return found;
    }

    private void begin(Event event, Instant at) {
        anchor = event;
        since = at;
        pausedSince = pausedSince == null || at.isBefore(pausedSince) ? pausedSince : at;
        limit = rests(at) ? null : course.limitAt(rule.every(), at);
        due = limit == null ? null : at.plus(length(limit));
    }

    /** What was not late when the pause began is due so much later as it lasted. */
    private void pause(Instant at) {
        Instant from = pausedSince;
        if (from == null) {
            pausedSince = paused.at(at) ? at : null;
        } else if (!paused.at(at)) {
            Duration lasted = Duration.between(from, at);
            due = due == null || due.isBefore(from) ? due : due.plus(lasted);
            putOff = putOff == null || putOff.isBefore(from) ? putOff : putOff.plus(lasted);
            pausedSince = null;
        }
    }

    /** An end that was counted from an instant in the past: each pause that began before it has put it off. */
    private Instant later(Instant end, Instant from, Instant until) {
        Instant moved = end;
        for (Span pause : paused.all()) {
            Instant begin = pause.from().isBefore(from) ? from : pause.from();
            Instant stop = pause.to().isBefore(until) ? pause.to() : until;
            if (begin.isBefore(stop) && !begin.isAfter(moved)) {
                moved = moved.plus(Duration.between(begin, stop));
            }
        }
        return moved;
    }

    private boolean before(@Nullable Instant end, Instant at) {
        return end != null && end.isBefore(pausedSince == null ? at : pausedSince);
    }

    private boolean rests(Instant at) {
        return suspended.at(at) || !when.at(at);
    }

    private Duration length(Limit every) {
        return firstGap && rule.first() != null ? rule.first() : every.length();
    }

    private void done(Event event, Instant at) {
        if (before(due, at)) {
            found.add(draft(at)
                    .met(at)
                    .input(event)
                    .step(Step.Code.DONE_BY, Facts.kind(event.fact()), at)
                    .in(State.MET_LATE));
        }
        firstGap = false;
        // What follows counts as if nothing had been put off; what was done before its time counts from when it was
        // done.
        Instant from = putOff != null && before(putOff, at) ? putOff : at;
        Instant counted = pausedSince == null ? at : pausedSince;
        putOff = null;
        putOffBy = null;
        begin(event, from);
        due = due == null ? null : later(due, from, counted);
    }

    /** Once, and before it is late: what is late already cannot be put off any more. */
    private void postpone(Event event, Instant at) {
        if (rule.postponement() != null && putOff == null && due != null && !before(due, at)) {
            putOff = due;
            putOffBy = event;
            due = due.plus(rule.postponement().within().length());
        }
    }

    /** A stricter rhythm counts from its own beginning, but lifts nothing that was due before; a laxer one from the last time. */
    private void changed(Instant at) {
        if (rests(at)) {
            missed(at);
            limit = null;
            due = null;
            putOff = null;
            putOffBy = null;
            return;
        }
        if (putOff != null) {
            return;
        }
        Limit next = course.limitAt(rule.every(), at);
        if (due == null || limit == null || next == null || anchor == null) {
            missed(at);
            if (next == null || anchor == null) {
                limit = null;
                due = null;
            } else {
                begin(anchor, at);
            }
        } else if (next.length().compareTo(limit.length()) < 0) {
            Instant candidate = at.plus(next.length());
            due = candidate.isBefore(due) ? candidate : due;
            limit = next;
        } else if (next.length().compareTo(limit.length()) > 0 && since != null && !due.isBefore(at)) {
            due = since.plus(next.length());
            limit = next;
        }
    }

    private void missed(Instant at) {
        if (before(due, at)) {
            found.add(draft(at).in(State.BREACHED));
        }
    }

    /** The limit that runs now: of a time put off, that of its putting off. */
    private Limit running(Limit usual) {
        return putOff != null && rule.postponement() != null
                ? rule.postponement().within()
                : usual;
    }

    private Winding draft(Instant at) {
        Winding winding = new Winding(rule, course.now).due(due);
        if (since != null) {
            winding.started(since).elapsed(Duration.between(since, at).minus(paused.within(since, at)));
        }
        if (anchor != null && since != null) {
            winding.input(anchor).step(Step.Code.COUNTS_FROM, Facts.kind(anchor.fact()), since);
        }
        if (putOffBy != null && putOff != null) {
            winding.input(putOffBy).step(Step.Code.PUT_OFF, Facts.kind(putOffBy.fact()), putOffBy.occurredAt(), putOff);
        }
        if (limit != null) {
            winding.limit(running(limit));
        }
        return due == null || (pausedSince != null && !before(due, at)) ? winding : winding.step(Step.Code.DUE, due);
    }

    private Clock current(Instant until) {
        Winding winding = draft(until);
        TreeSet<Instant> ahead = new TreeSet<>();
        when.edges(ahead);
        suspended.edges(ahead);
        paused.edges(ahead);
        rule.every().forEach(every -> course.spans(every.when()).edges(ahead));
        boolean over = course.end(rule.heading().scope()).isPresent();
        if (before(due, until)) {
            return (over ? winding : winding.open(needs())).in(State.BREACHED);
        }
        if (over) {
            return winding.due(null).step(Step.Code.CONDITION_ENDED).in(State.NOT_APPLICABLE);
        }
        winding.changes(ahead.higher(course.now));
        if (pausedSince != null && due != null) {
            return winding.due(null).open(needs()).in(State.SUSPENDED);
        }
        if (due != null && limit != null) {
            return winding.open(needs())
                    .approaching(
                            due, putOff == null ? length(limit) : running(limit).length())
                    .in(State.RUNNING);
        }
        return suspended.at(until) && when.at(until)
                ? winding.in(State.SUSPENDED)
                : winding.step(Step.Code.CONDITION_ABSENT).in(State.NOT_APPLICABLE);
    }

    private List<Need> needs() {
        return List.of(new Need(Condition.ALWAYS, rule.doneBy()));
    }
}
