package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The custody officer's questions, first to the apprehending officer, then to the detainee, separately (КПК 212(3)(2)). */
public sealed interface QuestioningFact extends Fact {

    /** The apprehending officer's account. */
    record OfficerQuestioned(
            @Expected @Nullable Badge officer,
            @Expected @Nullable @Words String circumstances,
            @Expected @Nullable Boolean coercionUsed,
            @Nullable @Words String coercion,
            @Expected @Nullable @Words String searchAndSeizure,
            @Expected @Nullable @Words String explained,
            @Expected @Nullable @Words String told,
            @Expected @Nullable @Words String health)
            implements QuestioningFact {}

    /** The detainee's account on the six statutory topics, and the risk screen. */
    record DetaineeQuestioned(
            @Expected @Nullable @Words String circumstances,
            @Expected @Nullable Boolean coercionUsed,
            @Nullable @Words String coercion,
            @Expected @Nullable @Words String searchAndSeizure,
            @Expected @Nullable @Words String explained,
            @Expected @Nullable @Words String told,
            @Expected @Nullable @Words String health,
            @Nullable Boolean wantsDoctor,
            @Nullable Boolean wantsConsul,
            List<Risk> risks,
            @Nullable Boolean refusedToAnswer)
            implements QuestioningFact {
        public DetaineeQuestioned {
            risks = List.copyOf(risks);
        }
    }
}
