package custody.record.law;

import custody.record.law.rules.Escalation;
import custody.record.law.rules.Escalation.Rung;
import custody.record.law.rules.Escalation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert that nobody took note of has climbed.
 *
 * @param told rungs reached by now, lowest first
 * @param next when the next one is; empty on the highest
 */
public record Climbing(List<Rung> told, Optional<Instant> next) {
    public Climbing {
        told = List.copyOf(told);
    }

    /**
     * A breach climbs the rule's ladder. Time counts from when the system could first tell: a node that was down, or a
     * fact entered late, leaves the officer the same minutes before the prosecutor hears of it.
     *
     * @param raisedAt when the alert was written
     */
    public static Climbing ofBreach(Escalation ladder, Instant raisedAt, Instant now) {
        Duration waited = Duration.between(raisedAt, now);
        Optional<Instant> next = ladder.steps().stream()
                .map(Step::after)
                .filter(after -> after.compareTo(waited) > 0)
                .min(Duration::compareTo)
                .map(raisedAt::plus);
        return new Climbing(ladder.reached(waited), next);
    }

    /** A warning is told to the lowest rung alone: nothing is broken yet. */
    public static Climbing ofWarning(Escalation ladder) {
        return new Climbing(ladder.steps().stream().limit(1).map(Step::to).toList(), Optional.empty());
    }

    /** The rungs told by now that are above the one reached before; null is none. */
    public List<Rung> above(@Nullable Rung reached) {
        return told.stream()
                .filter(rung -> reached == null || rung.compareTo(reached) > 0)
                .toList();
    }

    /** The highest rung told by now; empty while nobody is. */
    public Optional<Rung> highest() {
        return told.stream().max(Rung::compareTo);
    }
}
