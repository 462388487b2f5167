package custody.record.law;

import custody.record.events.Event;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Heading.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            @Nullable Event end) implements Extent {}

    /** A beginning while it already goes on adds nothing; the end of custody ends everything. */
    static List<Stretch> of(Activity activity, Course course) {
        List<Event> events = new ArrayList<>(course.triggers(activity.begins()));
        List<Event> ends = course.triggers(activity.ends());
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
