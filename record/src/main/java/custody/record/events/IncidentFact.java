package custody.record.events;

import org.jspecify.annotations.Nullable;

/** Things that go wrong. */
public sealed interface IncidentFact extends Fact {

    /** An incident that touches this person. */
    record Incident(
            Kind kind,
            @Expected @Nullable @Words String what,
            @Nullable @Words(max = 2_000) String done) implements IncidentFact {
        /** What kind. */
        public enum Kind {
            SUICIDE_ATTEMPT,
            SELF_HARM,
            FIRE,
            AIR_RAID,
            POWER_CUT,
            HUNGER_STRIKE,
            DISORDER,
            CAMERA_FAILURE,
            ASSAULT,
            OTHER
        }
    }
}
