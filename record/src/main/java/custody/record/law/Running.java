package custody.record.law;

import custody.record.events.Event;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Reading;
import custody.record.law.rules.Rule.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a deadline, run from its trigger to an instant. Everything that can change it — its condition, its
 * limit, a suspension — is constant between edges, so it is walked from edge to edge.
 */
final class Running {
    final Reading reading;
    final Event trigger;
    final Spans when;
    final @Nullable Instant start;
    final @Nullable Instant stated;
    private final Course course;
    private final Spans suspended;
    private final List<Limit> limits;
    private Duration counted = Duration.ZERO;
    private @Nullable Limit limit;
    private @Nullable Instant due;
    private @Nullable Instant overdueFrom;

    private Running(Deadline rule, Reading reading, Event trigger, Course course) {
        this.reading = reading;
        this.trigger = trigger;
        this.course = course;
        this.when = course.spans(
                reading.when().equals(Condition.ALWAYS)
                        ? rule.heading().when()
                        : new Condition.All(List.of(rule.heading().when(), reading.when())));
        this.suspended = rule.suspendedWhile() == null ? Spans.NEVER : course.spans(rule.suspendedWhile());
        Optional<Instant> first = when.firstFrom(trigger.occurredAt());
        this.start = first.isEmpty() || first.get().isAfter(course.now)
                ? null
                : rule.knownFrom() ? first.get() : trigger.occurredAt();
        String until = reading.until();
        this.stated = until == null ? null : course.stated(trigger, until).orElse(null);
        this.limits = stated == null ? reading.limits() : List.of(lasting(rule, trigger.occurredAt(), stated));
    }

    /** What an entry says may be over when it begins: then it is broken at once, and has no length to speak of. */
    private static Limit lasting(Deadline rule, Instant from, Instant until) {
        Duration length = until.isAfter(from) ? Duration.between(from, until) : Winding.TICK;
        return new Limit(Condition.ALWAYS, length, rule.heading().standing());
    }

    /** When a limit is over that has been counted up to an instant. */
    private Instant end(Limit current, Instant at) {
        return stated == null ? at.plus(current.length()).minus(counted) : stated;
    }

    /** Runs it until {@code now}, until it was met or until its scope ended, whichever came first. */
    static Running of(Deadline rule, Reading reading, Event trigger, Course course, Instant until) {
        Running running = new Running(rule, reading, trigger, course);
        if (running.start != null) {
            running.walk(running.start, until);
        }
        return running;
    }

    private void walk(Instant from, Instant until) {
        Instant at = from;
        for (Instant edge : edges(from, until)) {
            segment(at, edge);
            at = edge;
            if (overdueFrom != null) {
                counted = Duration.between(from, until).minus(suspended.within(from, until));
                return;
            }
        }
        limit = course.limitAt(limits, at);
        due = limit == null || suspended.at(at) ? null : end(limit, at);
    }

    private Set<Instant> edges(Instant from, Instant until) {
        TreeSet<Instant> edges = new TreeSet<>();
        when.edges(edges);
        suspended.edges(edges);
        limits.forEach(candidate -> course.spans(candidate.when()).edges(edges));
        TreeSet<Instant> inside = new TreeSet<>(edges.subSet(from, false, until.isBefore(from) ? from : until, true));
        if (until.isAfter(from)) {
            inside.add(until);
        }
        return inside;
    }

    private void segment(Instant from, Instant to) {
        if (suspended.at(from)) {
            return;
        }
        Limit current = course.limitAt(limits, from);
        if (current != null && when.at(from)) {
            Instant end = end(current, from);
            Instant late = end.isAfter(from) ? end : from;
            if (late.isBefore(to)) {
                limit = current;
                due = end;
                overdueFrom = late;
            }
        }
        counted = counted.plus(Duration.between(from, to));
    }

    boolean begun() {
        return start != null;
    }

    boolean overdue() {
        return overdueFrom != null;
    }

    /** Since when it is broken; the end of time while it is not. */
    Instant brokenSince() {
        return overdueFrom == null ? Instant.MAX : overdueFrom;
    }

    Duration counted() {
        return counted;
    }

    @Nullable
    Limit limit() {
        return limit;
    }

    @Nullable
    Instant due() {
        return due;
    }

    boolean suspendedAt(Instant instant) {
        return suspended.at(instant);
    }

    /** Tells a clock of every edge ahead at which this reading may change. */
    void edgesAhead(Winding winding) {
        TreeSet<Instant> edges = new TreeSet<>();
        when.edges(edges);
        suspended.edges(edges);
        limits.forEach(candidate -> course.spans(candidate.when()).edges(edges));
        winding.changes(edges.higher(course.now));
    }
}
