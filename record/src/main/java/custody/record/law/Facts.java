package custody.record.law;

import custody.record.catalogue.Catalogue;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.law.rules.Condition;
import custody.record.law.rules.NamedFact;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was the case at one instant, in the words conditions use. */
record Facts(
        Set<NamedFact> named,
        List<Basis> bases,
        Basis.@Nullable Aggravation aggravation,
        Basis.@Nullable Regime regime,
        CareFact.@Nullable Level level,
        List<String> offences) {

    /** Whether the condition holds; {@code told} answers for events, which facts do not keep. */
    boolean fulfil(Condition condition, Predicate<Condition.Told> told) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(parts, told);
            case Condition.Any(List<Condition> parts) -> any(parts, told);
            case Condition.Not(Condition part) -> !fulfil(part, told);
            case Condition.Is(NamedFact fact) -> named.contains(fact);
            case Condition.OnBasis(Set<Basis> any) -> bases.stream().anyMatch(any::contains);
            case Condition.Aggravated(Set<Basis.Aggravation> by) -> aggravation != null && by.contains(aggravation);
            case Condition.UnderRegime(Set<Basis.Regime> regimes) -> regime != null && regimes.contains(regime);
            case Condition.AtLevel(Set<CareFact.Level> levels) -> level != null && levels.contains(level);
            case Condition.OfOffence(Set<String> articles) ->
                offences.stream().anyMatch(offence -> Offence.of(offence, articles));
            case Condition.Told asked -> told.test(asked);
        };
    }

    /** Plain loops here: asked a few hundred times a board. */
    private boolean all(List<Condition> parts, Predicate<Condition.Told> told) {
        for (Condition part : parts) {
            if (!fulfil(part, told)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<Condition> parts, Predicate<Condition.Told> told) {
        for (Condition part : parts) {
            if (fulfil(part, told)) {
                return true;
            }
        }
        return false;
    }

    /** Wire name of an event's kind. */
    static String kind(custody.record.events.Fact fact) {
        return Catalogue.kind(fact).name();
    }
}
