package custody.record.law.honesty;

import custody.record.catalogue.Wire;
import custody.record.events.CareFact;
import custody.record.events.CareFact.Level;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.Risk;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Observation against the answers, in whichever order they come: a level set weaker than the answers ask for, and answers that
 * ask for more than the level there is, or where there is none, and no level follows. A reason written down settles it.
 */
final class Levels {
    /** Our standard for what is to be done at once and has no time of its own. */
    private static final Duration TO_SET = Duration.ofMinutes(30);

    private final Set<Risk> risks = EnumSet.noneOf(Risk.class);
    private final List<Demand> unmet = new ArrayList<>();
    private final List<FlagRaised> tooWeak = new ArrayList<>();

    /** The level there is; without one nobody is looked at more often than at the laxest. */
    private Level level = Level.EVERY_60_MIN;

    /** The closest level that somebody set, gave a reason against, or was asked about already. */
    private Level dealtWith = Level.EVERY_60_MIN;

    private @Nullable Event answers;
    private @Nullable Demand waiting;
    private boolean away;

    /** Answers that ask for a level which is still to be set. */
    private record Demand(Event answers, Level wanted, Instant since) {
        Instant until() {
            return since.plus(TO_SET);
        }
    }

    private Levels(List<Event> events) {
        for (Event event : events) {
            if (waiting != null && event.occurredAt().isAfter(waiting.until())) {
                lapse(waiting);
            }
            if (!follow(event)) {
                return;
            }
        }
        if (waiting != null) {
            unmet.add(waiting);
        }
    }

    /** Raises what is too weak at once, and what is missing when it can no longer come, and be written, in time. */
    static void flags(List<Event> events, Instant now, Consumer<FlagRaised> raise) {
        Levels levels = new Levels(events);
        levels.tooWeak.forEach(raise);
        levels.unmet.stream()
                .filter(demand -> !Gaps.written(demand.until()).isAfter(now))
                .map(demand -> new FlagRaised(
                        Flag.LEVEL_BELOW_ANSWERS,
                        List.of(demand.answers().id()),
                        "wanted=" + Wire.name(demand.wanted()) + ", within=" + TO_SET))
                .forEach(raise);
    }

    /** When it is settled that a level was not set. */
    static Stream<Instant> deadlines(List<Event> events) {
        return new Levels(events).unmet.stream().map(demand -> Gaps.written(demand.until()));
    }

    private void lapse(Demand demand) {
        unmet.add(demand);
        dealtWith = demand.wanted();
        waiting = null;
    }

    /** Answers whether custody goes on. */
    private boolean follow(Event event) {
        switch (event.fact()) {
            case DetaineeQuestioned questioned -> {
                risks.addAll(questioned.risks());
                judge(event);
            }
            case CareFact.RiskAssessed assessed -> {
                risks.clear();
                risks.addAll(assessed.risks());
                judge(event);
            }
            case CareFact.ObservationLevelSet set -> set(event, set);
            case MedicalFact.Hospital hospital -> place(event, hospital.stage() != MedicalFact.Hospital.Stage.RETURNED);
            case MovementFact.EscortOut _ -> place(event, true);
            case MovementFact.EscortIn _ -> place(event, false);
            case CustodyFact.Delivered _ -> {
                if (away) {
                    place(event, false);
                }
            }
            case CustodyFact.Released _, CustodyFact.Transferred _, CustodyFact.Escaped _, CustodyFact.Died _ -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    /** A reason covers what was known when it was given: once the answers have asked for less, more is asked about anew. */
    private void judge(Event event) {
        answers = event;
        Level wanted = wanted();
        if (wanted.compareTo(dealtWith) > 0) {
            dealtWith = closer(level, wanted);
        }
        demand(event.occurredAt());
    }

    private void demand(Instant since) {
        Level wanted = wanted();
        if (answers == null || wanted.compareTo(dealtWith) >= 0) {
            waiting = null;
        } else if (!away && (waiting == null || wanted.compareTo(waiting.wanted()) < 0)) {
            waiting = new Demand(answers, wanted, since);
        }
    }

    private void set(Event event, CareFact.ObservationLevelSet set) {
        Level wanted = wanted();
        boolean reasoned = set.reason() != null && !set.reason().isBlank();
        if (set.level().compareTo(wanted) > 0 && !reasoned) {
            tooWeak.add(new FlagRaised(Flag.LEVEL_BELOW_ANSWERS, List.of(event.id()), "wanted=" + Wire.name(wanted)));
        }
        level = set.level();
        dealtWith = closer(level, wanted);
        waiting = null;
    }

    /** Others look after whoever is elsewhere; with the return the time to set a level begins. */
    private void place(Event event, boolean goes) {
        away = goes;
        waiting = null;
        demand(event.occurredAt());
    }

    /** Our standard: danger to life every 15 minutes, to health every 30. */
    private Level wanted() {
        if (risks.contains(Risk.SUICIDE_OR_SELF_HARM)) {
            return Level.EVERY_15_MIN;
        }
        Set<Risk> health = EnumSet.of(Risk.INTOXICATED, Risk.WITHDRAWAL, Risk.HEAD_INJURY, Risk.MENTAL_HEALTH);
        return risks.stream().anyMatch(health::contains) ? Level.EVERY_30_MIN : Level.EVERY_60_MIN;
    }

    /** Levels run from the closest to the laxest. */
    private static Level closer(Level one, Level other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
