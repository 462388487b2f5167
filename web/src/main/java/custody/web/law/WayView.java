package custody.web.law;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Step;
import custody.record.detention.WayThrough;
import custody.web.session.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a person has come, from apprehension to release.
 *
 * @param steps the steps in their usual order
 * @param done how many are done
 */
public record WayView(List<StepView> steps, int done) {
    public WayView {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param name what it is
     * @param at when it was done, local; empty while it is not
     * @param path where it is on the timeline; empty while it is not done
     */
    public record StepView(String name, String at, String path) {}

    /** The way of that record as far as it is written. */
    public static WayView of(CustodyRecord record, Visit visit) {
        WayThrough way = WayThrough.of(record);
        Map<Step, StepView> steps = new HashMap<>();
        for (WayThrough.Done done : way.done()) {
            String path = record.event(done.by())
                    .map(event -> "/records/" + record.id() + "?all=1#event-" + event.version())
                    .orElse("");
            String at = visit.times().near(done.at(), visit.now());
            steps.put(done.step(), new StepView(visit.wording().constant(done.step()), at, path));
        }
        way.open().forEach(step -> steps.put(step, new StepView(visit.wording().constant(step), "", "")));
        List<StepView> ordered = new ArrayList<>();
        steps.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> ordered.add(entry.getValue()));
        return new WayView(ordered, way.done().size());
    }
}
