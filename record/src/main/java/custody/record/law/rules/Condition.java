package custody.record.law.rules;

import custody.record.events.Basis;
import custody.record.events.CareFact;
import java.util.List;
import java.util.Set;

/** What must be the case for a rule, a limit or a requirement to count. Held at an instant, so a condition has a history. */
public sealed interface Condition {
    /** Nothing is asked. */
    Condition ALWAYS = new All(List.of());

    /** Every one holds; true of none. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. */
    record Not(Condition part) implements Condition {}

    /** A named fact is the case. */
    record Is(NamedFact fact) implements Condition {}

    /** One of these legal bases is in force. */
    record OnBasis(Set<Basis> bases) implements Condition {
        public OnBasis {
            bases = Set.copyOf(bases);
        }
    }

    /** The misdemeanour is aggravated in one of these ways. */
    record Aggravated(Set<Basis.Aggravation> by) implements Condition {
        public Aggravated {
            by = Set.copyOf(by);
        }
    }

    /** The administrative detention has one of these regimes. */
    record UnderRegime(Set<Basis.Regime> regimes) implements Condition {
        public UnderRegime {
            regimes = Set.copyOf(regimes);
        }
    }

    /** One of these observation levels is set. */
    record AtLevel(Set<CareFact.Level> levels) implements Condition {
        public AtLevel {
            levels = Set.copyOf(levels);
        }
    }

    /** The offence is of one of these articles: {@code 115} holds of {@code 115(2)}, {@code 187(4)} of that part alone. */
    record OfOffence(Set<String> articles) implements Condition {
        public OfOffence {
            articles = Set.copyOf(articles);
        }
    }

    /** What events answer, and facts do not keep. */
    sealed interface Told extends Condition {}

    /** Such an event has happened. */
    record Happened(Pattern pattern) implements Told {}

    /** Such an event has happened when another had already, so many times; what came too early does not count. */
    record HappenedAfter(Pattern pattern, Pattern before, int times) implements Told {}

    /** Such an activity goes on. */
    record GoesOn(Activity activity) implements Told {}
}
