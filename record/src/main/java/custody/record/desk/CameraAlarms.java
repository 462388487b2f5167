package custody.record.desk;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Alarms about cameras, as they stand. Raised and settled by the node; people take note of them. Safe for many threads. */
public interface CameraAlarms {
    /** How long an alarm that settled itself stays shown while nobody took note of it. */
    Duration STAYS = Duration.ofHours(24);

    /**
     * What lasts at a facility, and what settled itself within {@link #STAYS} and nobody took note of; what lasts first, then the
     * oldest first.
     */
    List<CameraAlarm> open(FacilityCode facility, Instant now);

    /** One of them. */
    Optional<CameraAlarm> find(UUID id, FacilityCode facility);

    /**
     * Somebody takes note by name; that is a leaf before this returns. Answers false where somebody did before, or there is no such
     * alarm.
     *
     * @param post the officer's post, as in readings
     */
    boolean acknowledge(UUID id, FacilityCode facility, Badge by, String post, Instant now);
}
