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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether what an action requires was shown. An action is judged the moment it happens. */
final class PresenceClocks {
    private final RequiredPresence rule;
    private final Course course;

    private PresenceClocks(RequiredPresence rule, Course course) {
        this.rule = rule;
        this.course = course;
    }

    static List<Clock> of(RequiredPresence rule, Course course) {
        PresenceClocks clocks = new PresenceClocks(rule, course);
        List<Event> actions = course.triggers(rule.during());
        List<Clock> found = new ArrayList<>();
        for (Event action : actions) {
            if (course.spans(rule.heading().when()).at(action.occurredAt())) {
                found.add(clocks.clock(action));
            }
        }
        return found.isEmpty()
                ? List.of(Winding.resting(
                        rule, course.now, actions.isEmpty() ? Step.Code.NOT_BEGUN : Step.Code.CONDITION_ABSENT, null))
                : found;
    }

    private Clock clock(Event action) {
        Instant at = action.occurredAt();
        Winding winding = new Winding(rule, course.now)
                .started(at)
                .due(at)
                .elapsed(Duration.ZERO)
                .input(action);
        Map<String, Value> fields = course.values(action);
        boolean all = true;
        for (Requirement requirement : rule.requirements()) {
            if (!course.spans(requirement.when()).at(at)) {
                continue;
            }
            boolean shown = requirement.ways().stream().anyMatch(way -> shows(way, fields, at));
            winding.step(shown ? Step.Code.SHOWN : Step.Code.MISSING, Step.both(requirement.name()));
            all &= shown;
        }
        return all ? winding.met(at).in(State.MET) : winding.in(State.BREACHED);
    }

    private boolean shows(Requirement.Way way, Map<String, Value> fields, Instant at) {
        return course.spans(way.when()).at(at)
                && switch (way) {
                    case Requirement.Named named -> fields.containsKey(named.field());
                    case Requirement.Says says -> says(fields.get(says.field()), says.value());
                    case Requirement.AtLeast least ->
                        fields.get(least.field()) instanceof Value.Texts texts
                                && texts.texts().size() >= least.count();
                    case Requirement.Before before -> by(before.pattern(), at).count() >= before.times();
                    case Requirement.Attending attending -> attends(attending, at);
                };
    }

    private static boolean says(@org.jspecify.annotations.Nullable Value value, String wanted) {
        return switch (value) {
            case null -> false;
            case Value.Text(String text) -> text.equals(wanted);
            case Value.Flag(boolean flag) -> Boolean.toString(flag).equals(wanted);
            case Value.Whole(long number) -> Long.toString(number).equals(wanted);
            case Value.Texts(List<String> texts) -> texts.contains(wanted);
        };
    }

    private boolean attends(Requirement.Attending attending, Instant at) {
        Optional<Event> arrived = last(attending.arrived(), at);
        Optional<Event> left = last(attending.left(), at);
        return arrived.isPresent() && (left.isEmpty() || Course.AS_OCCURRED.compare(arrived.get(), left.get()) > 0);
    }

    private Optional<Event> last(Pattern pattern, Instant at) {
        return by(pattern, at).reduce((_, later) -> later);
    }

    private Stream<Event> by(Pattern pattern, Instant at) {
        return course.triggers(List.of(pattern)).stream()
                .filter(event -> !event.occurredAt().isAfter(at));
    }
}
