package custody.record.events;

import org.jspecify.annotations.Nullable;

/** Telling those who must be told (КПК 213 and others). */
public sealed interface NoticeFact extends Fact {

    /** One attempt to tell one addressee, and how it ended. */
    record Notice(
            Addressee addressee,
            Outcome outcome,
            @Expected @Nullable Channel channel,
            @Expected @Nullable String who,
            @Nullable String contact,
            @Nullable String reference)
            implements NoticeFact {}

    /** Whom. */
    enum Addressee {
        RELATIVE,
        LEGAL_AID,
        PARENTS,
        GUARDIANSHIP_BODY,
        CONSULATE,
        PROSECUTOR,
        INVESTIGATION_BODY,
        DBR,
        AGENCY,
        EMPLOYER,
        JUVENILE_POLICE,
        MINISTRY_OF_JUSTICE,
        HEAD_OF_BODY
    }

    /** How the attempt ended. */
    enum Outcome {
        ATTEMPTED,
        REACHED,
        REFUSED_BY_DETAINEE
    }

    /** By what means. */
    enum Channel {
        TELEPHONE,
        MESSAGE,
        E_MAIL,
        SYSTEM,
        IN_PERSON,
        LETTER
    }
}
