package custody.record.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rights told, written down, delayed and given after all (КПК 42, 208(4), 212(3)(2)). */
public sealed interface RightsFact extends Fact {

    /** Rights explained, in a language the person understands. */
    record RightsExplained(
            List<Right> rights,

            @Expected @Nullable @Words(max = 40, lines = false)
            String language,

            @Nullable String interpreter,
            @Expected @Nullable Boolean understood,
            @Expected @Nullable Signature signature)
            implements RightsFact {
        public RightsExplained {
            rights = List.copyOf(rights);
        }
    }

    /** Letter of rights handed over. */
    record LetterOfRightsGiven(
            @Expected @Nullable @Words(max = 40, lines = false)
            String language,

            @Expected @Nullable Signature signature)
            implements RightsFact {}

    /** A right put off by someone who may. */
    record RightDelayed(
            Right right,
            @Expected @Nullable Badge authority,
            @Expected @Nullable @Words(max = 2_000) String reason,
            @Expected @Nullable Instant until)
            implements RightsFact {}

    /** The right that was put off, given. */
    record DelayedRightGiven(Right right) implements RightsFact {}

    /** Rights that are explained one by one. */
    enum Right {
        GROUNDS_AND_SUSPICION,
        DEFENDER,
        SILENCE,
        EXPLANATIONS,
        CHECK_OF_LAWFULNESS,
        NOTIFY_RELATIVES,
        MEDICAL_AID,
        INTERPRETER,
        CONSUL,
        COMPLAINT,
        COPIES
    }
}
