package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Footage that must not be deleted until two persons release it.
 *
 * @param facility code of the facility
 * @param cameras which; empty means every camera of the facility
 * @param from beginning, inclusive
 * @param to end, exclusive
 * @param ground why
 * @param reason in words; empty for automatic ones, which name their event
 * @param record id of the custody record it belongs to
 * @param event id of the event that caused it
 * @param first who asked for its release, and is waiting for a second
 * @param release who released it as the second; empty while it holds
 */
public record Hold(
        HoldId id,
        String facility,
        Set<CameraId> cameras,
        Instant from,
        Instant to,
        Ground ground,
        String reason,
        Optional<UUID> record,
        Optional<UUID> event,
        Signature placed,
        Optional<Signature> first,
        Optional<Signature> release) {
    public Hold {
        cameras = Set.copyOf(cameras);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a hold has a time");
        }
    }

    /** Names a hold. */
    public record HoldId(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Why footage is held. The first ones come by themselves with an event. */
    public enum Ground {
        COMPLAINT,
        INJURY,
        FORCE,
        DEATH,
        INCIDENT,
        BREACH,
        VIOLATION,
        /** The detainee said in court, or the court asked, how he was treated. */
        COURT_STATEMENT,
        /** Somebody wrote {@code footage-held} into a record. */
        HELD_BY_EVENT,
        PROSECUTOR_REQUEST,
        ADVOCATE_REQUEST,
        NPM_REQUEST,
        OTHER;

        /** Whether it says that somebody did wrong, and so may name staff. */
        public boolean complains() {
            return this == COMPLAINT || this == VIOLATION;
        }
    }

    /** Who, when and why. */
    public record Signature(Person by, Instant at, String reason) {}

    /** Whether it still holds. */
    public boolean holds() {
        return release.isEmpty();
    }
}
