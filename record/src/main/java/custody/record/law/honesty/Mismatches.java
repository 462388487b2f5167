package custody.record.law.honesty;

import custody.record.events.CareFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.QuestioningFact.OfficerQuestioned;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Entries that do not go together. */
final class Mismatches {
    private Mismatches() {}

    /** A look at, or care of, somebody who was not there; the return may still be written. */
    static void absent(List<Event> events, Instant now, Consumer<FlagRaised> raise) {
        careOfTheAbsent(events, (care, away) -> {
            if (!Gaps.settled(care).isAfter(now)) {
                raise.accept(new FlagRaised(Flag.ABSENT_PERSON, List.of(care.id(), away.id()), null));
            }
        });
    }

    /** When it is settled that a return was not written. */
    static Stream<Instant> deadlines(List<Event> events) {
        List<Instant> found = new ArrayList<>();
        careOfTheAbsent(events, (care, _) -> found.add(Gaps.settled(care)));
        return found.stream();
    }

    private static void careOfTheAbsent(List<Event> events, BiConsumer<Event, Event> each) {
        Event away = null;
        for (Event event : events) {
            switch (event.fact()) {
                case MedicalFact.Hospital hospital ->
                    away = hospital.stage() == MedicalFact.Hospital.Stage.RETURNED ? null : event;
                case MovementFact.EscortOut _ -> away = event;
                case MovementFact.EscortIn _, CustodyFact.Delivered _ -> away = null;
                case CareFact.CheckMade _,
                        CareFact.Meal _,
                        CareFact.Drink _,
                        CareFact.Walk _,
                        CareFact.Shower _,
                        CareFact.Sleep _ -> {
                    if (away != null) {
                        each.accept(event, away);
                    }
                }
                default -> {}
            }
        }
    }

    /** The two accounts say opposite things about coercion. */
    static void accounts(List<Event> events, Consumer<FlagRaised> raise) {
        for (Event officer : events) {
            if (!(officer.fact() instanceof OfficerQuestioned his) || his.coercionUsed() == null) {
                continue;
            }
            for (Event detainee : events) {
                if (detainee.fact() instanceof DetaineeQuestioned hers
                        && hers.coercionUsed() != null
                        && !hers.coercionUsed().equals(his.coercionUsed())) {
                    raise.accept(new FlagRaised(Flag.ACCOUNTS_CONTRADICT, List.of(officer.id(), detainee.id()), null));
                }
            }
        }
    }
}
