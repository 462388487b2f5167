package custody.record.law;

import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.PersonDetails;
import custody.record.events.QuestioningFact;
import custody.record.events.Risk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a person and a custody after some of its events. One step of a fold; immutable. */
record Known(
        PersonDetails person,
        Set<Risk> risks,
        List<Basis> bases,
        Basis.@Nullable Aggravation aggravation,
        Basis.@Nullable Regime regime,
        List<String> offences,
        CareFact.@Nullable Level level,
        boolean inHospital,
        boolean elsewhere) {

    static Known of(CustodyFact.Apprehended fact) {
        return new Known(
                fact.person(),
                Set.of(),
                List.of(fact.basis()),
                of(Basis.MISDEMEANOUR, fact.basis(), fact.aggravation(), null),
                of(Basis.ADMINISTRATIVE, fact.basis(), fact.regime(), null),
                listOf(fact.offence()),
                null,
                false,
                false);
    }

    /** What is known after one more event; the very same object where nothing changed. */
    Known after(Event event) {
        Fact fact = event.fact();
        return switch (fact) {
            case CustodyFact.Identified identified -> person(person.identified(identified.person()));
            case CustodyFact.BasisAdded added ->
                basis(
                        with(bases, added.basis()),
                        of(Basis.MISDEMEANOUR, added.basis(), added.aggravation(), aggravation),
                        of(Basis.ADMINISTRATIVE, added.basis(), added.regime(), regime),
                        with(offences, added.offence()));
            case CustodyFact.BasisChanged changed ->
                basis(
                        List.of(changed.basis()),
                        of(Basis.MISDEMEANOUR, changed.basis(), changed.aggravation(), null),
                        of(Basis.ADMINISTRATIVE, changed.basis(), changed.regime(), null),
                        listOf(changed.offence()));
            case QuestioningFact.DetaineeQuestioned questioned -> risks(union(risks, questioned.risks()));
            case CareFact.RiskAssessed assessed -> risks(Set.copyOf(assessed.risks()));
            case CareFact.ObservationLevelSet set -> level(set.level());
            case MedicalFact.Hospital hospital ->
                hospital.stage() == MedicalFact.Hospital.Stage.RETURNED ? place(false, false) : place(true, true);
            case MovementFact.EscortOut _ -> place(inHospital, true);
            case MovementFact.EscortIn _ -> place(false, false);
            // Whoever was brought from hospital was never here before: nobody writes a return.
            case CustodyFact.Delivered _ -> place(false, false);
            default -> this;
        };
    }

    private Known person(PersonDetails next) {
        return new Known(next, risks, bases, aggravation, regime, offences, level, inHospital, elsewhere);
    }

    private Known risks(Set<Risk> next) {
        return new Known(person, next, bases, aggravation, regime, offences, level, inHospital, elsewhere);
    }

    private Known level(CareFact.Level next) {
        return new Known(person, risks, bases, aggravation, regime, offences, next, inHospital, elsewhere);
    }

    private Known place(boolean hospital, boolean away) {
        return new Known(person, risks, bases, aggravation, regime, offences, level, hospital, away);
    }

    private Known basis(
            List<Basis> next,
            Basis.@Nullable Aggravation nextAggravation,
            Basis.@Nullable Regime nextRegime,
            List<String> nextOffences) {
        return new Known(person, risks, next, nextAggravation, nextRegime, nextOffences, level, inHospital, elsewhere);
    }

    /** A detail belongs to the one basis that the law gives it to: a further basis neither brings nor takes it away. */
    private static <T> @Nullable T of(Basis owner, Basis stated, @Nullable T detail, @Nullable T was) {
        return stated == owner && detail != null ? detail : was;
    }

    private static <T> List<T> listOf(@Nullable T item) {
        return item == null ? List.of() : List.of(item);
    }

    private static <T> List<T> with(List<T> list, @Nullable T item) {
        List<T> all = new ArrayList<>(list);
        if (item != null) {
            all.add(Objects.requireNonNull(item));
        }
        return List.copyOf(all);
    }

    private static Set<Risk> union(Set<Risk> first, List<Risk> second) {
        Set<Risk> all = new HashSet<>(first);
        all.addAll(second);
        return Set.copyOf(all);
    }
}
