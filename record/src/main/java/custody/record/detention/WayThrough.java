package custody.record.detention;

import custody.record.events.Basis;
import custody.record.events.Event;
import custody.record.events.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a person has come on the way through custody: the page's checklist. What is due, and when, is the law's to say;
 * this says only what is done.
 *
 * @param done steps that are done, in their usual order
 * @param open steps that belong to this way and are not done
 */
public record WayThrough(List<Done> done, List<Step> open) {
    public WayThrough {
        done = List.copyOf(done);
        open = List.copyOf(open);
    }

    /** A step that is done: first when, and by which event. */
    public record Done(Step step, Instant at, EventId by) {}

    /** The way of that record as far as it is written. */
    public static WayThrough of(CustodyRecord record) {
        Timeline timeline = Timeline.of(record);
        Set<Basis> bases = EnumSet.copyOf(timeline.ever().bases());
        List<Done> done = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : Step.values()) {
            Optional<Event> first = timeline.events().stream()
                    .filter(event -> step.doneBy(event.fact()))
                    .findFirst();
            first.ifPresent(event -> done.add(new Done(step, event.occurredAt(), event.id())));
            if (first.isEmpty() && step.belongs(bases)) {
                open.add(step);
            }
        }
        return new WayThrough(done, open);
    }
}
