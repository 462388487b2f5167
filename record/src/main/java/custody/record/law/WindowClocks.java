package custody.record.law;

import custody.record.events.ContactFact;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.law.Clock.State;
import custody.record.law.Stretches.Stretch;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Rule.ForbiddenWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Judges activities against hours of the day in which they are forbidden. Local times become instants by the zone's rules. */
final class WindowClocks {
    private final ForbiddenWindow rule;
    private final Course course;

    /** What may be one act with what is judged here. */
    private final List<Stretch> wholes;

    private WindowClocks(ForbiddenWindow rule, Course course) {
        this.rule = rule;
        this.course = course;
        Activity partOf = rule.partOf();
        this.wholes = partOf == null ? List.of() : Stretches.each(partOf, course);
    }

    static List<Clock> of(ForbiddenWindow rule, Course course) {
        WindowClocks clocks = new WindowClocks(rule, course);
        List<Clock> found = new ArrayList<>();
        List<Stretch> stretches = Stretches.each(rule.activity(), course);
        for (Stretch stretch : stretches) {
            if (course.spans(rule.heading().when()).at(stretch.from()) && !clocks.judgedWithItsWhole(stretch)) {
                found.add(clocks.clock(stretch));
            }
        }
        return found.isEmpty()
                ? List.of(Winding.resting(
                        rule, course.now, stretches.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT, null))
                : found;
    }

    private Clock clock(Stretch stretch) {
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
        if (field != null && excepted(stretch, field)) {
            return winding.met(stretch.from()).step(Step.Code.EXCEPTION, field).in(State.MET);
        }
        Instant window = window(stretch);
        winding.due(window).step(Step.Code.DUE, window);
        if (window.isBefore(end)) {
            return winding.in(State.BREACHED);
        }
        return goesOn
                ? winding.changes(window.plus(Winding.TICK)).in(State.RUNNING)
                : winding.due(null).met(end).in(State.MET);
    }

    private Instant window(Stretch stretch) {
        return night(stretch).from(stretch);
    }

    private Hours night(Stretch stretch) {
        return Hours.next(rule, stretch.from(), course.circumstances.zone());
    }

    /** An act of another night is another act, also where nobody wrote its end: its reason, and its breach, are of that night. */
    private boolean sameNight(Stretch whole, Stretch stretch) {
        return night(whole).equals(night(stretch));
    }

    /** One act is judged once: by what began first and still goes on when the forbidden hours begin. */
    private boolean judgedWithItsWhole(Stretch stretch) {
        Instant window = window(stretch);
        String field = rule.exceptField();
        return (field == null || reason(rule.activity(), stretch, field, window).isEmpty())
                && wholes.stream()
                        .anyMatch(whole -> Course.AS_OCCURRED.compare(whole.begin(), stretch.begin()) < 0
                                && sameNight(whole, stretch)
                                && whole.until(Instant.MAX).isAfter(window));
    }

    /** What says nothing of the reason is as urgent as what it is one act with. A plain “none” is no reason. */
    private boolean excepted(Stretch stretch, String field) {
        Instant window = window(stretch);
        String own = reason(rule.activity(), stretch, field, window);
        Activity partOf = rule.partOf();
        if (partOf == null || !own.isEmpty()) {
            return Disability.of(own);
        }
        Instant last = window.equals(stretch.from()) ? stretch.until(course.now) : window;
        return wholes.stream()
                .filter(whole -> sameNight(whole, stretch)
                        && !whole.from().isAfter(last)
                        && whole.until(Instant.MAX).isAfter(stretch.from()))
                .map(whole -> reason(partOf, whole, field, window))
                .anyMatch(Disability::of);
    }

    /**
     * What was said of the reason last, as something began or went on, up to when the forbidden hours begin. What goes on with
     * something, and says nothing of it, is as urgent as that was.
     */
    private String reason(Activity activity, Stretch stretch, String field, Instant window) {
        String reason = "";
        for (Event event : course.triggers(activity.begins())) {
            String said = course.said(event, field);
            if (Course.AS_OCCURRED.compare(event, stretch.begin()) <= 0) {
                reason = said.isEmpty() && goesOn(event.fact()) ? reason : said;
            } else if (!said.isEmpty() && within(event, stretch, window) && sameAct(activity, event, stretch)) {
                reason = said;
            }
        }
        return reason;
    }

    private static boolean within(Event event, Stretch stretch, Instant window) {
        return !event.occurredAt().isAfter(window) && event.occurredAt().isBefore(stretch.until(Instant.MAX));
    }

    private boolean sameAct(Activity activity, Event event, Stretch stretch) {
        String field = activity.pairedBy();
        return field == null || course.said(event, field).equals(course.said(stretch.begin(), field));
    }

    private static boolean goesOn(Fact fact) {
        return fact instanceof ContactFact.InterviewResumed;
    }

    /** Forbidden hours of one night, or of whichever part of a day. */
    private record Hours(Instant opens, Instant closes) {

        /** The first that are not over at that instant. */
        static Hours next(ForbiddenWindow rule, Instant from, ZoneId zone) {
            LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
            while (true) {
                Instant opens = day.atTime(rule.from()).atZone(zone).toInstant();
                LocalDate closing = rule.to().isAfter(rule.from()) ? day : day.plusDays(1);
                Instant closes = closing.atTime(rule.to()).atZone(zone).toInstant();
                if (from.isBefore(closes)) {
                    return new Hours(opens, closes);
                }
                day = day.plusDays(1);
            }
        }

        /** The first of these instants that the stretch meets, if it goes on. */
        Instant from(Stretch stretch) {
            return opens.isAfter(stretch.from()) ? opens : stretch.from();
        }
    }
}
