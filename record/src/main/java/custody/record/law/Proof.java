package custody.record.law;

import custody.record.events.EventId;
import java.time.Instant;
import java.util.List;

/**
 * How a clock was computed, complete enough to do it again on paper.
 *
 * @param provision article and part
 * @param rule id of the rule
 * @param version version of the rule
 * @param inputs the events it rests on
 * @param steps the computation
 */
public record Proof(String provision, String rule, int version, List<Input> inputs, List<Step> steps) {
    public Proof {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
    }

    /** One event and the instant taken from it. */
    public record Input(EventId event, String kind, Instant at) {}
}
