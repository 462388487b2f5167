package custody.record.law.rules;

import java.time.Duration;
import java.util.List;

/** Who is told of a breach, one after another, until somebody acknowledges it by name. */
public record Escalation(List<Step> steps) {
    public Escalation {
        steps = List.copyOf(steps);
    }

    /** One rung: told {@code after} the breach unless acknowledged before. */
    public record Step(Rung to, Duration after) {}

    /** The rungs, lowest first. */
    public enum Rung {
        CUSTODY_OFFICER,
        HEAD_OF_FACILITY,
        REGION,
        DEPARTMENT,
        PROSECUTOR
    }

    /** The rungs that have been reached that long after the breach. */
    public List<Rung> reached(Duration sinceBreach) {
        return steps.stream()
                .filter(step -> step.after().compareTo(sinceBreach) <= 0)
                .map(Step::to)
                .toList();
    }
}
