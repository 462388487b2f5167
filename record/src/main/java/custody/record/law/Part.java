package custody.record.law;

import custody.record.law.Stretches.Stretch;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Rule.MaximumDuration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Part of a stretch under one limit. Who turns out to be a minor during an interview is a minor from then on: what is begun
 * under one limit may end under another.
 *
 * @param to when it ended, or is known to end; null where neither
 * @param limit null where the rule asks nothing of it
 */
record Part(
        Stretch stretch,
        Instant from,
        @Nullable Instant to,
        @Nullable Limit limit) implements Extent {

    /** The parts up to now, one after another; the last may reach beyond. */
    static List<Part> of(Stretch stretch, MaximumDuration rule, Course course) {
        Spans when = course.spans(rule.heading().when());
        TreeSet<Instant> edges = new TreeSet<>();
        when.edges(edges);
        rule.limits().forEach(limit -> course.spans(limit.when()).edges(edges));
        List<Part> found = new ArrayList<>();
        Instant from = stretch.from();
        Limit limit = limitAt(rule, course, when, from);
        for (Instant edge : edges.tailSet(from, false)) {
            Limit next = limitAt(rule, course, when, edge);
            if (!edge.isBefore(stretch.until(Instant.MAX)) || Objects.equals(next, limit)) {
                continue;
            }
            found.add(new Part(stretch, from, edge, limit));
            if (edge.isAfter(course.now)) {
                return found;
            }
            from = edge;
            limit = next;
        }
        found.add(new Part(stretch, from, stretch.to(), limit));
        return found;
    }

    private static @Nullable Limit limitAt(MaximumDuration rule, Course course, Spans when, Instant at) {
        return when.at(at) ? course.limitAt(rule.limits(), at) : null;
    }
}
