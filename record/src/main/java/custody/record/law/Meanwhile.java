package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Stretches.Stretch;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Requirement;
import custody.record.law.rules.Rule.RequiredPresence;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody's presence comes to be asked for, or ceases, while an action goes on.
 *
 * @param stretches in which the action goes on; none where the rule does not say what it ends with
 * @param edges instants at which something comes to be required, a way to show it closes, or somebody leaves
 * @param leaving entries that somebody left
 * @param now up to when anything has happened
 */
record Meanwhile(List<Stretch> stretches, NavigableSet<Instant> edges, List<Event> leaving, Instant now) {

    static Meanwhile of(RequiredPresence rule, Course course) {
        NavigableSet<Instant> edges = new TreeSet<>();
        if (rule.ends().isEmpty()) {
            return new Meanwhile(List.of(), edges, List.of(), course.now);
        }
        List<Pattern> begins =
                Stream.concat(rule.during().stream(), rule.continued().stream()).toList();
        course.spans(rule.heading().when()).all().forEach(span -> edges.add(span.from()));
        for (Requirement requirement : rule.requirements()) {
            course.spans(requirement.when()).all().forEach(span -> edges.add(span.from()));
            requirement.ways().stream()
                    .flatMap(way -> course.spans(way.when()).all().stream())
                    .filter(span -> span.to().isBefore(Instant.MAX))
                    .forEach(span -> edges.add(span.to()));
        }
        List<Event> leaving = course.triggers(rule.requirements().stream()
                .flatMap(requirement -> requirement.ways().stream())
                .flatMap(way ->
                        way instanceof Requirement.Attending attending ? Stream.of(attending.left()) : Stream.empty())
                .distinct()
                .toList());
        leaving.forEach(event -> edges.add(event.occurredAt()));
        return new Meanwhile(Stretches.of(new Activity(begins, rule.ends()), course), edges, leaving, course.now);
    }

    /** The edges between an action and the next one, while it goes on. */
    List<Instant> between(Instant action, Instant next) {
        return edges.subSet(action, false, next, false).stream()
                .filter(edge -> !edge.isAfter(now) && goesOn(edge))
                .toList();
    }

    /** The next edge that is known of already, if it goes on until then. */
    @Nullable
    Instant ahead() {
        return Optional.ofNullable(edges.higher(now)).filter(this::goesOn).orElse(null);
    }

    List<Event> gone(Instant at) {
        return leaving.stream().filter(event -> event.occurredAt().equals(at)).toList();
    }

    private boolean goesOn(Instant at) {
        return stretches.stream()
                .anyMatch(stretch -> stretch.from().isBefore(at) && at.isBefore(stretch.until(Instant.MAX)));
    }
}
