package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Risk and daily care. */
public sealed interface CareFact extends Fact {

    /** Risk assessed: answers give flags. {@code keepApartFrom} names persons by record number. */
    record RiskAssessed(
            List<Risk> risks,
            List<String> keepApartFrom,
            @Nullable @Words String plan) implements CareFact {
        public RiskAssessed {
            risks = List.copyOf(risks);
            keepApartFrom = List.copyOf(keepApartFrom);
        }
    }

    /** Observation level set: a dated decision with an author. */
    record ObservationLevelSet(
            Level level,
            @Expected @Nullable @Words(max = 2_000) String reason) implements CareFact {}

    /** A look at this one person. */
    record CheckMade(
            @Expected @Nullable Condition condition,
            @Nullable Boolean roused,
            @Expected @Nullable @Words(max = 1_000) String seen,
            @Nullable String response)
            implements CareFact {
        /** What the person was like. */
        public enum Condition {
            CALM_AWAKE,
            ASLEEP_BREATHING,
            DISTRESSED,
            UNWELL,
            UNRESPONSIVE,
            AGGRESSIVE
        }
    }

    /** A meal offered. */
    record Meal(
            @Expected @Nullable Service service,
            @Expected @Nullable Taken taken,
            @Nullable String diet) implements CareFact {
        /** Which meal. */
        public enum Service {
            BREAKFAST,
            LUNCH,
            DINNER,
            EXTRA
        }
    }

    /** A drink offered. */
    record Drink(@Expected @Nullable Taken taken) implements CareFact {}

    /** A walk in the open air; its interval is the event's. */
    record Walk(@Expected @Nullable Taken taken) implements CareFact {}

    /** A shower or washing. */
    record Shower(@Expected @Nullable Taken taken) implements CareFact {}

    /** A period of sleep or rest; its interval is the event's. */
    record Sleep(@Nullable @Words(max = 1_000) String interrupted) implements CareFact {}

    /** The cell's call button pressed or answered. */
    record CallButton(Press press, @Nullable String wish) implements CareFact {
        /** Which end of the call. */
        public enum Press {
            PRESSED,
            ANSWERED
        }
    }

    /** An item of use issued. */
    record ItemIssued(String item) implements CareFact {}

    /** The next shift took over this person, knowing the risks. */
    record Handover(
            @Expected @Nullable Badge from,
            @Expected @Nullable Badge to,
            @Nullable @Words(max = 2_000) String openRisks)
            implements CareFact {}

    /** How often a person is looked at. */
    enum Level {
        CONSTANT,
        EVERY_15_MIN,
        EVERY_30_MIN,
        EVERY_60_MIN
    }

    /** Whether the person took what was offered. */
    enum Taken {
        TAKEN,
        PARTLY,
        REFUSED
    }
}
