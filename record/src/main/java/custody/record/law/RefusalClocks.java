package custody.record.law;

import custody.record.catalogue.Wire;
import custody.record.events.Event;
import custody.record.law.Clock.State;
import custody.record.law.rules.Rule.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges what must not happen. */
final class RefusalClocks {
    private RefusalClocks() {}

    static List<Clock> of(Refusal rule, Course course) {
        if (rule.forbids().isEmpty()) {
            return List.of(new Winding(rule, course.now)
                    .step(Step.Code.KEPT_BY, Wire.name(rule.keptBy()))
                    .in(State.NOT_APPLICABLE));
        }
        Spans when = course.spans(rule.heading().when());
        List<Clock> found = new ArrayList<>();
        List<Event> exceptions = course.triggers(rule.except());
        for (Event event : course.triggers(rule.forbids())) {
            if (when.at(event.occurredAt()) && !exceptions.contains(event)) {
                found.add(happened(rule, course, event));
            }
        }
        return found.isEmpty() ? List.of(kept(rule, course, when)) : found;
    }

    private static Clock happened(Refusal rule, Course course, Event event) {
        return new Winding(rule, course.now)
                .started(event.occurredAt())
                .due(event.occurredAt())
                .elapsed(Duration.ZERO)
                .input(event)
                .step(Step.Code.FORBIDDEN, Facts.kind(event.fact()), event.occurredAt())
                .in(State.BREACHED);
    }

    private static Clock kept(Refusal rule, Course course, Spans when) {
        Instant until = course.until(rule.heading().scope());
        boolean over = course.end(rule.heading().scope()).isPresent();
        Winding winding = new Winding(rule, course.now);
        if (over || !when.at(until)) {
            when.firstFrom(course.now).ifPresent(at -> winding.changes(over ? null : at));
            return winding.step(Step.Code.CONDITION_ABSENT).in(State.NOT_APPLICABLE);
        }
        Instant start = when.all().stream()
                .filter(span -> span.holds(until))
                .findFirst()
                .orElseThrow()
                .from();
        when.all().stream().filter(span -> span.holds(until)).findFirst().ifPresent(span -> {
            if (span.to().isBefore(Instant.MAX)) {
                winding.changes(span.to());
            }
        });
        return winding.started(start)
                .elapsed(Duration.between(start, until))
                .step(Step.Code.IN_FORCE)
                .in(State.RUNNING);
    }
}
