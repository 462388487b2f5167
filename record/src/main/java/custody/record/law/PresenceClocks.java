package custody.record.law;

import custody.record.events.Event;
import custody.record.events.Value;
import custody.record.law.Clock.State;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Requirement;
import custody.record.law.rules.Rule.RequiredPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether what an action requires was shown. An action is judged the moment it happens, and again each time it goes
 * on: what such an entry leaves open is as it was said before. Where the rule says what it ends with, it is judged meanwhile
 * too, whenever something comes to be required or somebody leaves.
 */
final class PresenceClocks {
    private final RequiredPresence rule;
    private final Course course;
    private final Meanwhile meanwhile;

    private PresenceClocks(RequiredPresence rule, Course course) {
        this.rule = rule;
        this.course = course;
        this.meanwhile = Meanwhile.of(rule, course);
    }

    /** What stands in a field, and the entry that says so. */
    private record Stated(Value value, Event by) {}

    /** When something is judged, and what began it or went on with it last. */
    private record Moment(Instant at, Event action) {
        boolean within() {
            return !action.occurredAt().equals(at);
        }
    }

    static List<Clock> of(RequiredPresence rule, Course course) {
        PresenceClocks clocks = new PresenceClocks(rule, course);
        List<Event> begins = course.triggers(rule.during());
        List<Event> actions = new ArrayList<>(begins);
        actions.addAll(course.triggers(rule.continued()));
        actions.sort(Course.AS_OCCURRED);
        List<Clock> found = new ArrayList<>();
        Map<String, Stated> stated = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            Event action = actions.get(i);
            if (begins.contains(action)) {
                stated.clear();
            }
            course.values(action).forEach((field, value) -> stated.put(field, new Stated(value, action)));
            Instant next = i + 1 < actions.size() ? actions.get(i + 1).occurredAt() : Instant.MAX;
            Stream.concat(Stream.of(action.occurredAt()), clocks.meanwhile.between(action.occurredAt(), next).stream())
                    .filter(course.spans(rule.heading().when())::at)
                    .forEach(at -> found.add(clocks.clock(new Moment(at, action), stated)));
        }
        return found.isEmpty()
                ? List.of(Winding.resting(
                        rule,
                        course.now,
                        actions.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT,
                        clocks.meanwhile.ahead()))
                : found;
    }

    private Clock clock(Moment moment, Map<String, Stated> stated) {
        Instant at = moment.at();
        Winding winding = new Winding(rule, course.now)
                .started(at)
                .due(at)
                .elapsed(Duration.ZERO)
                .changes(meanwhile.ahead())
                .input(moment.action());
        if (moment.within()) {
            meanwhile.gone(at).forEach(winding::input);
            winding.step(Step.Code.WENT_ON, moment.action().occurredAt(), at);
        }
        boolean all = true;
        for (Requirement requirement : rule.requirements()) {
            if (!course.spans(requirement.when()).at(at)) {
                continue;
            }
            boolean shown = requirement.ways().stream().anyMatch(way -> shows(way, requirement, stated, moment));
            winding.step(shown ? Step.Code.SHOWN : Step.Code.MISSING, Step.both(requirement.name()));
            all &= shown;
        }
        return all ? winding.met(at).in(State.MET) : winding.in(State.BREACHED);
    }

    private boolean shows(Requirement.Way way, Requirement requirement, Map<String, Stated> stated, Moment moment) {
        Instant at = moment.at();
        return course.spans(way.when()).at(at)
                && switch (way) {
                    case Requirement.Named(var _, String field) -> {
                        Stated named = stated.get(field);
                        yield named != null && somebody(named.value()) && !left(requirement, named, moment);
                    }
                    case Requirement.Says says -> says(value(stated, says.field()), says.value());
                    case Requirement.AtLeast least ->
                        value(stated, least.field()) instanceof Value.Texts texts
                                && texts.texts().size() >= least.count();
                    case Requirement.Before before -> by(before.pattern(), at).count() >= before.times();
                    case Requirement.Attending attending -> attends(attending, at);
                };
    }

    private static @Nullable Value value(Map<String, Stated> stated, String field) {
        Stated said = stated.get(field);
        return said == null ? null : said.value();
    }

    /** “None”, written where somebody should be named, names nobody. */
    private static boolean somebody(Value value) {
        return !(value instanceof Value.Text(String text)) || Disability.of(text);
    }

    /** Who was named before and has left since is not named any more; of several, the others still are. */
    private boolean left(Requirement requirement, Stated named, Moment moment) {
        return (moment.within() || !named.by().equals(moment.action()))
                && requirement.ways().stream()
                        .anyMatch(way -> way instanceof Requirement.Attending attending
                                && allLeft(attending, named, moment.at()));
    }

    private boolean allLeft(Requirement.Attending attending, Stated named, Instant at) {
        List<Attendee> present = Attendee.named(named.value() instanceof Value.Text(String line) ? line : "");
        for (Event gone : by(attending.left(), at)
                .filter(event -> Course.AS_OCCURRED.compare(event, named.by()) > 0)
                .toList()) {
            present = who(gone, attending.left()).leaving(present);
        }
        return present.isEmpty();
    }

    /** Who an entry is about, as far as it says more than the pattern asks. */
    private Attendee who(Event entry, Pattern pattern) {
        return Attendee.of(course.values(entry).entrySet().stream()
                .filter(said -> !pattern.where().containsKey(said.getKey()))
                .flatMap(
                        said -> said.getValue() instanceof Value.Text(String text) ? Stream.of(text) : Stream.empty()));
    }

    private static boolean says(@Nullable Value value, String wanted) {
        return switch (value) {
            case null -> false;
            case Value.Text(String text) -> text.equals(wanted);
            case Value.Flag(boolean flag) -> Boolean.toString(flag).equals(wanted);
            case Value.Whole(long number) -> Long.toString(number).equals(wanted);
            case Value.Texts(List<String> texts) -> texts.contains(wanted);
        };
    }

    /** Whether anybody who arrived has not left. */
    private boolean attends(Requirement.Attending attending, Instant at) {
        List<Attendee> present = new ArrayList<>();
        List<Event> leaving = by(attending.left(), at).toList();
        List<Event> both = new ArrayList<>(leaving);
        both.addAll(by(attending.arrived(), at).toList());
        both.sort(Course.AS_OCCURRED);
        for (Event entry : both) {
            if (leaving.contains(entry)) {
                present = new ArrayList<>(who(entry, attending.left()).leaving(present));
            } else {
                present.add(who(entry, attending.arrived()));
            }
        }
        return !present.isEmpty();
    }

    private Stream<Event> by(Pattern pattern, Instant at) {
        return course.triggers(List.of(pattern)).stream()
                .filter(event -> !event.occurredAt().isAfter(at));
    }
}
