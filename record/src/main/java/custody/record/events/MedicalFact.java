package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Medical aid and the documentation of injuries (КПК 212(3)(6); Istanbul Protocol). */
public sealed interface MedicalFact extends Fact {

    /** A medic called. */
    record MedicCalled(
            @Expected @Nullable Why why,
            @Nullable String service,
            @Nullable @Words(max = 2_000) String symptoms) implements MedicalFact {
        /** Why. */
        public enum Why {
            ROUTINE,
            REQUEST,
            COMPLAINT,
            INJURY,
            WORSENING,
            EMERGENCY,
            CHOSEN_DOCTOR
        }
    }

    /** The medic arrived. */
    record MedicArrived(@Expected @Nullable String medic) implements MedicalFact {}

    /** Examined: three separate statements, as in the Istanbul Protocol. */
    record Examined(
            @Expected @Nullable String medic,
            @Expected @Nullable @Words String personSays,
            @Expected @Nullable @Words String seen,
            @Expected @Nullable Consistency consistency,
            @Nullable @Words String conclusion,
            @Nullable @Words(max = 1_000) String recommended)
            implements MedicalFact {}

    /** One injury on the body map. {@code x} and {@code y} are per mille of the figure's width and height. */
    record Injury(
            @Expected @Nullable Kind kind,
            @Expected @Nullable Side side,

            @Expected @Nullable @Between(min = 0, max = 1_000, unit = "per-mille")
            Integer x,

            @Expected @Nullable @Between(min = 0, max = 1_000, unit = "per-mille")
            Integer y,

            @Expected @Nullable String bodyPart,

            @Expected @Nullable @Between(min = 1, max = 2_000, unit = "mm")
            Integer size,

            @Nullable String colour,
            @Nullable String age,
            @Expected @Nullable @Words(max = 2_000) String personSays,
            @Expected @Nullable Consistency consistency,
            @Nullable Boolean photoConsent)
            implements MedicalFact {
        /** Kind of injury. */
        public enum Kind {
            BRUISE,
            ABRASION,
            CUT,
            STAB,
            BURN,
            FRACTURE,
            SWELLING,
            BITE,
            GUNSHOT,
            ELECTRIC_MARK,
            LIGATURE_MARK,
            PAIN_WITHOUT_MARK,
            OTHER
        }

        /** Side of the figure. */
        public enum Side {
            FRONT,
            BACK
        }
    }

    /** Fitness for detention or for interview. */
    record FitnessAssessed(
            Purpose purpose,
            boolean fit,
            @Nullable @Words(max = 2_000) String conditions) implements MedicalFact {
        /** Fit for what. */
        public enum Purpose {
            DETENTION,
            INTERVIEW
        }
    }

    /** Medication due, given or refused. */
    record Medication(String medicine, @Nullable String dose, Step step) implements MedicalFact {
        /** Where the dose stands. */
        public enum Step {
            DUE,
            GIVEN,
            REFUSED
        }
    }

    /** Taken to hospital, admitted, or back from it. */
    record Hospital(
            Stage stage,
            @Expected @Nullable String hospital,
            @Nullable @Words(max = 2_000) String reason,
            List<Badge> escort)
            implements MedicalFact {
        public Hospital {
            escort = List.copyOf(escort);
        }

        /** Which stage. */
        public enum Stage {
            LEFT_FOR,
            ADMITTED,
            RETURNED
        }
    }

    /** How consistent what is seen is with what the person says (Istanbul Protocol, annex I). */
    enum Consistency {
        NOT_CONSISTENT,
        CONSISTENT,
        HIGHLY_CONSISTENT,
        TYPICAL,
        DIAGNOSTIC
    }
}
