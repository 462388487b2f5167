package custody.record.law;

import custody.record.events.ContactFact;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.law.Clock.State;
import custody.record.law.Stretches.Stretch;
import custody.record.law.rules.Rule.ForbiddenWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Judges activities against hours of the day in which they are forbidden. Local times become instants by the zone's rules. */
final class WindowClocks {
    private WindowClocks() {}

    static List<Clock> of(ForbiddenWindow rule, Course course) {
        List<Clock> found = new ArrayList<>();
        List<Stretch> stretches = Stretches.each(rule.activity(), course);
        for (Stretch stretch : stretches) {
            if (course.spans(rule.heading().when()).at(stretch.from())) {
                found.add(clock(rule, course, stretch));
            }
        }
        return found.isEmpty()
                ? List.of(Winding.resting(
                        rule, course.now, stretches.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT, null))
                : found;
    }

    private static Clock clock(ForbiddenWindow rule, Course course, Stretch stretch) {
        Instant end = stretch.until(course.now);
        Winding winding = new Winding(rule, course.now)
                .started(stretch.from())
                .elapsed(Duration.between(stretch.from(), end))
                .input(stretch.begin());
        boolean goesOn = stretch.goesOn(course.now);
        if (goesOn) {
            winding.step(Step.Code.GOES_ON, stretch.from());
        } else {
            winding.step(Step.Code.WENT_ON, stretch.from(), end);
        }
        String field = rule.exceptField();
        if (field != null && excepted(rule, field, course, stretch.begin())) {
            return winding.met(stretch.from()).step(Step.Code.EXCEPTION, field).in(State.MET);
        }
        Instant window = firstForbidden(rule, stretch.from(), course.circumstances.zone());
        winding.due(window).step(Step.Code.DUE, window);
        if (window.isBefore(end)) {
            return winding.in(State.BREACHED);
        }
        return goesOn
                ? winding.changes(window.plus(Winding.TICK)).in(State.RUNNING)
                : winding.due(null).met(end).in(State.MET);
    }

    /**
     * What goes on with something, and says nothing of the reason, is as urgent as what it goes on with. A plain “none” is no
     * reason.
     */
    private static boolean excepted(ForbiddenWindow rule, String field, Course course, Event begin) {
        return course.triggers(rule.activity().begins()).stream()
                .filter(event -> Course.AS_OCCURRED.compare(event, begin) <= 0)
                .filter(event ->
                        !goesOn(event.fact()) || !course.said(event, field).isEmpty())
                .reduce((_, later) -> later)
                .map(event -> course.said(event, field))
                .filter(Disability::of)
                .isPresent();
    }

    private static boolean goesOn(Fact fact) {
        return fact instanceof ContactFact.InterviewResumed;
    }

    /** The first forbidden instant from this one on; the instant itself inside a window. */
    private static Instant firstForbidden(ForbiddenWindow rule, Instant from, ZoneId zone) {
        LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        while (true) {
            Instant opens = day.atTime(rule.from()).atZone(zone).toInstant();
            LocalDate closing = rule.to().isAfter(rule.from()) ? day : day.plusDays(1);
            Instant closes = closing.atTime(rule.to()).atZone(zone).toInstant();
            if (from.isBefore(closes)) {
                return opens.isAfter(from) ? opens : from;
            }
            day = day.plusDays(1);
        }
    }
}
