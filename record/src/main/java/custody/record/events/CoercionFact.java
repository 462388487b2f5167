package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coercion (Police Law 42–46). */
public sealed interface CoercionFact extends Fact {

    /** Physical force used; {@code armedOrGroupAttack} is the one exception of Police Law 43(5). */
    record ForceUsed(
            @Expected @Nullable String technique,
            @Expected @Nullable @Words(max = 2_000) String reason,
            @Expected @Nullable Boolean warned,
            @Nullable Boolean planned,
            @Nullable String area,
            @Nullable Boolean armedOrGroupAttack,
            @Expected @Nullable Boolean injured)
            implements CoercionFact {}

    /** Special means used. */
    record SpecialMeansUsed(
            @Expected @Nullable Means means,
            @Expected @Nullable @Words(max = 2_000) String reason,
            @Expected @Nullable Boolean warned,
            @Nullable Boolean armedOrGroupAttack,
            @Expected @Nullable Boolean injured)
            implements CoercionFact {
        /** What was used (Police Law 42(4)). */
        public enum Means {
            BATON,
            GAS,
            ELECTROSHOCK,
            RESTRAINT_BELT,
            NET,
            SERVICE_DOG,
            WATER,
            OTHER
        }
    }

    /** Handcuffs: at most two hours without loosening (Police Law 45(4)(6)). */
    record Handcuffs(
            State state,
            @Nullable @Words(max = 2_000) String reason,
            @Nullable Boolean armedOrGroupAttack) implements CoercionFact {
        /** What was done with them. */
        public enum State {
            ON,
            LOOSENED,
            OFF
        }
    }

    /** Written report of an officer involved (Police Law 44(2), 45(6)). */
    record ForceStatement(
            @Expected @Nullable Badge officer,
            @Expected @Nullable @Words String statement,
            @Nullable String reportedTo,
            @Nullable EventId about,
            List<String> staffInjuries)
            implements CoercionFact {
        public ForceStatement {
            staffInjuries = List.copyOf(staffInjuries);
        }
    }
}
