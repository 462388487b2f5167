package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Clock.State;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Reading;
import custody.record.law.rules.Rule.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges deadlines. */
final class DeadlineClocks {
    private final Deadline rule;
    private final Course course;

    private DeadlineClocks(Deadline rule, Course course) {
        this.rule = rule;
        this.course = course;
    }

    static List<Clock> of(Deadline rule, Course course) {
        DeadlineClocks clocks = new DeadlineClocks(rule, course);
        return rule.each() ? clocks.each() : clocks.first();
    }

    private List<Clock> each() {
        Reading reading = rule.readings().getFirst();
        List<Event> all = course.triggers(reading.from());
        List<Clock> found = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < all.size(); i++) {
            Event trigger = all.get(i);
            if (begins(reading, trigger)) {
                begun = true;
                // Of two such events at one instant only the one written later may do what the other asks.
                Clock clock = judge(List.of(new Begin(reading, trigger)), all.subList(0, i + 1));
                if (clock.startedAt() != null) {
                    found.add(clock);
                }
            }
        }
        return found.isEmpty() ? List.of(resting(!begun)) : found;
    }

    /** Where the event itself says until when, one that leaves it open begins nothing. */
    private boolean begins(Reading reading, Event trigger) {
        String until = reading.until();
        return until == null || course.stated(trigger, until).isPresent();
    }

    private List<Clock> first() {
        List<Begin> begins = new ArrayList<>();
        for (Reading reading : rule.readings()) {
            course.triggers(reading.from()).stream()
                    .filter(trigger -> begins(reading, trigger))
                    .findFirst()
                    .ifPresent(trigger -> begins.add(new Begin(reading, trigger)));
        }
        List<Event> triggers = begins.stream().map(Begin::trigger).toList();
        return List.of(begins.isEmpty() ? resting(true) : judge(begins, triggers));
    }

    private Clock resting(boolean notBegun) {
        Winding winding =
                new Winding(rule, course.now).step(notBegun ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT);
        course.spans(rule.heading().when()).firstFrom(course.now).ifPresent(winding::changes);
        return winding.in(State.NOT_APPLICABLE);
    }

    /** {@code triggers} end with the one that is judged; none of them does what it asks for. */
    private Clock judge(List<Begin> begins, List<Event> triggers) {
        Instant since = begins.stream()
                .map(begin -> begin.trigger().occurredAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Doing doing = Doing.of(rule, course, triggers, since);
        Instant until = course.until(rule.heading().scope());
        Instant met = doing.metAt();
        Instant end = met != null && met.isBefore(until) ? met : until;
        List<Running> runs = begins.stream()
                .map(begin -> Running.of(rule, begin.reading(), begin.trigger(), course, end))
                .toList();
        return clock(runs, doing);
    }

    private Clock clock(List<Running> runs, Doing doing) {
        Winding winding = new Winding(rule, course.now);
        Optional<Running> strictest = runs.stream().filter(Running::begun).min(strictest(doing));
        if (strictest.isEmpty()) {
            runs.forEach(run -> run.edgesAhead(winding));
            return winding.step(Step.Code.CONDITION_ABSENT).in(State.NOT_APPLICABLE);
        }
        Running run = strictest.get();
        State state = state(run, doing);
        describe(winding, run, doing, state);
        if (runs.size() > 1) {
            runs.stream().filter(Running::begun).forEach(each -> reading(winding, each, state(each, doing)));
        }
        if ((state.owed() && state != State.BREACHED) || state == State.NOT_APPLICABLE) {
            runs.forEach(each -> each.edgesAhead(winding));
        }
        return winding.in(state);
    }

    /**
     * Of several readings: the one that was broken first, then one that counts, then the one that is due first. A breach is
     * final: a reading that comes into force later makes no other breach of it.
     */
    private Comparator<Running> strictest(Doing doing) {
        return Comparator.comparing(Running::brokenSince)
                .thenComparing(run -> state(run, doing) == State.NOT_APPLICABLE)
                .thenComparing(run -> run.due() == null ? Instant.MAX : run.due());
    }

    private State state(Running run, Doing doing) {
        Instant met = doing.metAt();
        Instant end = course.until(rule.heading().scope());
        if (run.trigger.occurredAt().isAfter(end)) {
            // It would begin after it has ended: it asks nothing, and what was done all the same met nothing.
            return State.NOT_APPLICABLE;
        }
        if (met != null) {
            Instant last = met.isBefore(end) ? met : end;
            return run.overdue() ? State.MET_LATE : run.when.upTo(last) ? State.MET : State.NOT_APPLICABLE;
        }
        if (run.overdue()) {
            return State.BREACHED;
        }
        if (course.end(rule.heading().scope()).isPresent()
                || !run.when.at(end)
                || (run.limit() == null && !run.suspendedAt(end))) {
            return State.NOT_APPLICABLE;
        }
        return run.suspendedAt(end) ? State.SUSPENDED : State.RUNNING;
    }

    private void describe(Winding winding, Running run, Doing doing, State state) {
        Instant start = run.start == null ? run.trigger.occurredAt() : run.start;
        Limit limit = run.limit();
        winding.started(start).elapsed(run.counted()).due(run.due()).input(run.trigger);
        winding.step(Step.Code.COUNTS_FROM, Facts.kind(run.trigger.fact()), run.trigger.occurredAt());
        if (start.isAfter(run.trigger.occurredAt())) {
            winding.step(Step.Code.KNOWN_FROM, start);
        }
        String until = run.reading.until();
        if (until != null) {
            winding.step(Step.Code.STATED, until, course.said(run.trigger, until));
        } else if (limit != null) {
            winding.limit(limit);
        }
        if (run.due() != null) {
            winding.step(Step.Code.DUE, run.due());
        }
        doing.tell(winding);
        switch (state) {
            case RUNNING -> {
                winding.open(doing.open());
                if (limit != null && run.due() != null) {
                    winding.approaching(run.due(), limit.length());
                }
            }
            case SUSPENDED -> winding.open(doing.open());
            case BREACHED -> {
                // Whoever has gone can be given nothing any more; what is owed all the same has the scope of the
                // record.
                if (course.end(rule.heading().scope()).isEmpty()) {
                    winding.open(doing.open());
                }
            }
            case NOT_APPLICABLE -> over(winding);
            case MET, MET_LATE -> winding.met(doing.metAt());
        }
    }

    private void over(Winding winding) {
        course.end(rule.heading().scope())
                .ifPresentOrElse(
                        event -> winding.input(event)
                                .step(Step.Code.SCOPE_ENDED, Facts.kind(event.fact()), event.occurredAt()),
                        () -> winding.step(Step.Code.CONDITION_ENDED));
    }

    private void reading(Winding winding, Running run, State state) {
        if (run.start != null) {
            winding.input(run.trigger)
                    .reading(new Clock.ReadingResult(
                            run.reading.name(), run.reading.citation(), state, run.start, run.due()))
                    .step(Step.Code.READING, Step.both(run.reading.name()), run.due() == null ? "—" : run.due());
        }
    }

    private record Begin(Reading reading, Event trigger) {}

    /** What has been done of all that must be, and when the last of it was. */
    private record Doing(
            List<Need> open, List<Event> done, @Nullable Instant metAt) {

        static Doing of(Deadline rule, Course course, List<Event> triggers, Instant since) {
            List<Need> open = new ArrayList<>();
            List<Event> done = new ArrayList<>();
            Instant last = null;
            for (Need need : rule.needs()) {
                if (!course.spans(need.when()).at(course.until(rule.heading().scope()))) {
                    continue;
                }
                Optional<Event> first = course.doing(need.anyOf()).stream()
                        .filter(event -> !over(event).isBefore(since.minus(rule.back())) && !triggers.contains(event))
                        .filter(event -> !rule.each() || course.mayMean(event, triggers.getLast()))
                        .findFirst();
                first.ifPresentOrElse(done::add, () -> open.add(need));
                if (first.isPresent()
                        && (last == null || first.get().occurredAt().isAfter(last))) {
                    last = first.get().occurredAt();
                }
            }
            boolean met = open.isEmpty() && last != null;
            return new Doing(open, done, met && last != null ? later(last, since) : null);
        }

        /** What still went on when it was asked for counts. */
        private static Instant over(Event event) {
            Instant until = event.occurrence().until();
            return until == null ? event.occurredAt() : until;
        }

        /** What was done before it was asked for was done the moment it was. */
        private static Instant later(Instant last, Instant since) {
            return last.isBefore(since) ? since : last;
        }

        void tell(Winding winding) {
            done.forEach(event ->
                    winding.input(event).step(Step.Code.DONE_BY, Facts.kind(event.fact()), event.occurredAt()));
            open.forEach(
                    need -> winding.step(Step.Code.OPEN, need.anyOf().getFirst().kind()));
        }
    }
}
