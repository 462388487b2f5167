package custody.record.events;

import org.jspecify.annotations.Nullable;

/** Whoever meets the detainee, and why (КПК 212(3)(5), 223–226, 615(11)). */
public sealed interface ContactFact extends Fact {

    /** A contact permitted. */
    record ContactPermitted(
            @Expected @Nullable String who,
            @Expected @Nullable Category category,
            @Expected @Nullable @Words(max = 500) String ground,
            @Nullable String authorisedBy,

            @Nullable @Between(min = 1, max = 1_440, unit = "min")
            Integer limit)
            implements ContactFact {}

    /** A contact refused. */
    record ContactRefused(
            @Expected @Nullable String who,
            @Expected @Nullable Category category,
            @Expected @Nullable @Words(max = 2_000) String reason)
            implements ContactFact {}

    /** A contact began. */
    record ContactStarted(
            @Expected @Nullable String who,
            @Expected @Nullable Category category,
            @Expected @Nullable Purpose purpose,
            @Nullable @Words(max = 1_000) String urgency)
            implements ContactFact {}

    /** A contact ended. */
    record ContactEnded(
            @Expected @Nullable String who,
            @Expected @Nullable Category category) implements ContactFact {}

    /** An interview began. */
    record InterviewStarted(
            @Expected @Nullable Badge interviewer,
            @Expected @Nullable String defender,
            @Expected @Nullable Boolean videoRecorded,
            @Nullable String appropriateAdult,
            @Nullable String interpreter,
            @Nullable @Words(max = 1_000) String urgency)
            implements ContactFact {}

    /** A break began. */
    record InterviewBreak(@Nullable String reason) implements ContactFact {}

    /**
     * The interview went on: after a break, or with others than before. Who takes part is as it was said before, where this
     * says nothing else.
     */
    record InterviewResumed(
            @Nullable String remark,
            @Nullable String defender,
            @Nullable Boolean videoRecorded,
            @Nullable String appropriateAdult,
            @Nullable String interpreter,
            @Nullable @Words(max = 1_000) String urgency)
            implements ContactFact {}

    /** The interview ended. */
    record InterviewEnded(
            @Nullable @Words(max = 1_000) String remarks,
            @Nullable Signature signature) implements ContactFact {}

    /** A visit; its interval is the event's. */
    record Visit(
            @Expected @Nullable String visitor,
            @Expected @Nullable Category category,
            @Nullable String relation) implements ContactFact {}

    /** A telephone call; its interval is the event's. */
    record PhoneCall(
            @Expected @Nullable String to,
            @Nullable String relation,
            @Nullable Boolean reached) implements ContactFact {}

    /** Who comes. */
    enum Category {
        INVESTIGATOR,
        INQUIRER,
        OPERATIVE,
        PROSECUTOR,
        DEFENDER,
        RELATIVE,
        CONSUL,
        OMBUDSMAN,
        NATIONAL_PREVENTIVE_MECHANISM,
        MEDIC,
        CLERGY,
        OTHER
    }

    /** What for. */
    enum Purpose {
        /** An interview has entries of its own, which say who takes part; this one says nothing of them. */
        @Former
        INTERVIEW,
        INVESTIGATIVE_ACTION,
        VISIT,
        INSPECTION,
        SERVICE_OF_PAPERS,
        OTHER
    }
}
