package custody.record.detention;

import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.events.EventId;
import custody.record.events.PersonDetails;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with one person at one instant, folded from the events that had occurred by then.
 *
 * @param person who it is, as last established
 * @param apprehendedAt T0, the first control; no later basis moves it
 * @param deliveredAt arrival, if known
 * @param registeredAt registration, if known
 * @param bases legal bases in force, the newest last
 * @param status where the custody stands
 * @param statusSince since when
 * @param statusBy event that brought the status
 * @param room room or cell within the facility, if known
 * @param elsewhere place outside, while the status is {@code ELSEWHERE} and the place is known
 * @param level observation level, if set
 * @param lastCheck last look at this person
 * @param risks risks known
 * @param handcuffed whether in handcuffs
 * @param lastEventAt last thing that happened
 */
public record Situation(
        PersonDetails person,
        Instant apprehendedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant registeredAt,
        List<Basis> bases,
        Status status,
        Instant statusSince,
        EventId statusBy,
        @Nullable RoomCode room,
        @Nullable String elsewhere,
        @Nullable Level level,
        @Nullable Instant lastCheck,
        Set<Risk> risks,
        boolean handcuffed,
        Instant lastEventAt) {
    public Situation {
        bases = List.copyOf(bases);
        risks = Set.copyOf(risks);
    }

    /** The same for whoever may not see what the care of a person says: without risks, observation level and checks. */
    public Situation withoutCare() {
        return new Situation(
                person,
                apprehendedAt,
                deliveredAt,
                registeredAt,
                bases,
                status,
                statusSince,
                statusBy,
                room,
                elsewhere,
                null,
                null,
                Set.of(),
                handcuffed,
                lastEventAt);
    }

    /** The basis in force; the newest where there are several. */
    public Basis basis() {
        return bases.getLast();
    }

    /** Where a custody stands. */
    public enum Status {
        /** Under control, not yet at the facility. */
        ON_THE_WAY,
        /** At the facility. */
        IN_CUSTODY,
        /** Out of the facility, still under control: hospital, court, investigative action. */
        ELSEWHERE,
        RELEASED,
        TRANSFERRED,
        ESCAPED,
        DIED,
        /** Ended, and the record closed. */
        CLOSED;

        /** Whether control over the person has ended. */
        public boolean ended() {
            return switch (this) {
                case ON_THE_WAY, IN_CUSTODY, ELSEWHERE -> false;
                case RELEASED, TRANSFERRED, ESCAPED, DIED, CLOSED -> true;
            };
        }
    }
}
