package custody.record.events;

import org.jspecify.annotations.Nullable;

/** Defender, interpreter, appropriate adult (КПК 42, 48–54, 213(4)). */
public sealed interface DefenceFact extends Fact {

    /** The detainee asks for a defender. */
    record DefenderRequested(@Nullable String wish) implements DefenceFact {}

    /** A defender appointed or retained. */
    record DefenderAppointed(
            @Expected @Nullable String defender,
            @Expected @Nullable By by,
            @Nullable String order) implements DefenceFact {
        /** Who brought the defender in. */
        public enum By {
            LEGAL_AID_CENTRE,
            DETAINEE_OR_RELATIVES,
            COURT_OR_INVESTIGATOR
        }
    }

    /** The defender arrived. */
    record DefenderArrived(@Expected @Nullable String defender) implements DefenceFact {}

    /** The detainee waives a defender; lawful only after a meeting and with a reason (КПК 54). */
    record DefenderWaived(
            @Expected @Nullable @Words(max = 2_000) String reason,
            @Nullable String inPresenceOf) implements DefenceFact {}

    /** Confidential meeting with the defender; its interval is the event's. */
    record ConfidentialMeeting(
            @Expected @Nullable String defender,
            @Expected @Nullable Phase phase) implements DefenceFact {
        /** Which end of the meeting, or both in one entry. */
        public enum Phase {
            STARTED,
            ENDED,
            WHOLE,
            REFUSED_BY_DETAINEE
        }
    }

    /** An interpreter called, arrived, or left. */
    record Interpreter(
            Attendance attendance,

            @Expected @Nullable @Words(max = 40, lines = false)
            String language,

            @Expected @Nullable String name)
            implements DefenceFact {}

    /** A parent, guardian, teacher, psychologist or other appropriate adult. */
    record AppropriateAdult(
            Attendance attendance,
            @Expected @Nullable Capacity capacity,
            @Expected @Nullable String name) implements DefenceFact {
        /** In what capacity the adult comes. */
        public enum Capacity {
            PARENT,
            GUARDIAN,
            TEACHER,
            PSYCHOLOGIST,
            GUARDIANSHIP_BODY,
            OTHER
        }
    }

    /** Where an attending person stands. */
    enum Attendance {
        CALLED,
        ARRIVED,
        LEFT,
        UNAVAILABLE
    }
}
