package custody.record.law;

import custody.record.catalogue.Catalogue;
import custody.record.events.Event;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Heading.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an activity went on, one stretch after another. */
final class Stretches {
    private Stretches() {}

    /**
     * One stretch.
     *
     * @param begin event that began it
     * @param from when it began
     * @param to when it ended; null while it goes on
     * @param end event that ended it; null while it goes on, or where its own entry says when
     */
    record Stretch(
            Event begin,
            Instant from,
            @Nullable Instant to,
            @Nullable Event end) implements Extent {
        boolean covers(Event beginning) {
            return to == null
                    || beginning.occurredAt().isBefore(to)
                    || (end != null && Course.AS_OCCURRED.compare(beginning, end) < 0);
        }

        boolean endsBefore(Stretch other) {
            if (to == null || other.to == null || !to.equals(other.to)) {
                return to != null && (other.to == null || to.isBefore(other.to));
            }
            return end != null && other.end != null && Course.AS_OCCURRED.compare(end, other.end) < 0;
        }
    }

    /** A beginning while it already goes on adds nothing; the end of custody ends everything. */
    static List<Stretch> of(Activity activity, Course course) {
        List<Stretch> found = new ArrayList<>();
        for (Stretch next : each(activity, course)) {
            Stretch last = found.isEmpty() ? null : found.getLast();
            if (last == null || !last.covers(next.begin())) {
                found.add(next);
            } else if (last.endsBefore(next)) {
                found.set(found.size() - 1, new Stretch(last.begin(), last.from(), next.to(), next.end()));
            }
        }
        return found;
    }

    /** The same, but what goes on beside another, paired with ends of its own, stands for itself. */
    static List<Stretch> each(Activity activity, Course course) {
        List<Event> begins = course.triggers(activity.begins());
        List<Event> ends = course.triggers(activity.ends());
        String field = activity.pairedBy();
        if (field == null) {
            return following(begins, ends, course);
        }
        Map<Optional<String>, List<Event>> groups = new LinkedHashMap<>();
        begins.forEach(begin -> groups.computeIfAbsent(partner(begin, field, course), _ -> new ArrayList<>())
                .add(begin));
        List<Stretch> found = new ArrayList<>();
        groups.forEach((partner, group) -> found.addAll(following(
                group,
                ends.stream()
                        .filter(end -> meant(partner, partner(end, field, course)))
                        .toList(),
                course)));
        found.sort(Comparator.comparing(Stretch::begin, Course.AS_OCCURRED));
        return found;
    }

    /** What an entry says in the field that pairs; empty text where it leaves it open, nothing where it has no such field. */
    private static Optional<String> partner(Event event, String field, Course course) {
        return Catalogue.kind(event.fact()).field(field).map(_ -> course.said(event, field));
    }

    /** The defender's leaving is no end of what the investigator began. */
    private static boolean meant(Optional<String> begin, Optional<String> end) {
        return end.isEmpty()
                || (begin.isPresent() && (begin.get().isEmpty() || end.get().isEmpty() || begin.equals(end)));
    }

    private static List<Stretch> following(List<Event> events, List<Event> ends, Course course) {
        List<Stretch> found = new ArrayList<>();
        Instant reached = Instant.MIN;
        Event ended = null;
        for (Event begin : events) {
            // At one instant the order of writing decides: what was put on again before it was taken off adds nothing.
            boolean within = ended != null && Course.AS_OCCURRED.compare(begin, ended) < 0;
            if (within || begin.occurredAt().isBefore(reached)) {
                continue;
            }
            Stretch stretch = stretch(begin, ends, course);
            found.add(stretch);
            reached = stretch.to() == null ? Instant.MAX : stretch.to();
            ended = stretch.end();
        }
        return found;
    }

    private static Stretch stretch(Event begin, List<Event> ends, Course course) {
        Optional<Event> left =
                course.end(Scope.CUSTODY).filter(event -> !event.occurredAt().isBefore(begin.occurredAt()));
        Optional<Event> end = Stream.concat(ends.stream(), left.stream())
                .filter(event -> Course.AS_OCCURRED.compare(event, begin) > 0)
                .min(Course.AS_OCCURRED);
        Instant stated = begin.occurrence().until();
        Instant ended = end.map(Event::occurredAt).orElse(null);
        if (stated != null && (ended == null || stated.isBefore(ended))) {
            return new Stretch(begin, begin.occurredAt(), stated, null);
        }
        return new Stretch(begin, begin.occurredAt(), ended, end.orElse(null));
    }
}
