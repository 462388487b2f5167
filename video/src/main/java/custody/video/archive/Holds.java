package custody.video.archive;

import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Holds on footage. Safe for many threads. Placing and releasing are leaves, in the same transaction as the row. Holds that an
 * event causes stand in the transaction of the event itself, so none is ever later than what it protects.
 */
public interface Holds {

    /** A hold that somebody wants; components as in {@link Hold}. */
    record Wanted(
            String facility,
            Set<CameraId> cameras,
            Instant from,
            Instant to,
            Ground ground,
            String reason,
            Optional<UUID> record) {
        public Wanted {
            cameras = Set.copyOf(cameras);
            if (!from.isBefore(to) || reason.isBlank() || reason.length() > 1_000) {
                throw new IllegalArgumentException("a hold needs a time and a reason");
            }
        }
    }

    /** What became of a release. */
    enum Released {
        /** The first of two has asked; a second person must agree. */
        WAITING_FOR_SECOND,
        /** Both have: it holds no longer. */
        RELEASED,
        /** The same person cannot be both. */
        SAME_PERSON,
        /** Nothing is held under this name any more, or never was. */
        NOT_HELD
    }

    /** Places a hold, once for the same name: a form that is sent twice holds once. */
    void place(HoldId id, Wanted wanted, Person by, Instant now);

    /** Releases one: the first call waits for a second person, whose call with the same name releases it. */
    Released release(HoldId id, Person by, String reason, Instant now);

    /** One hold. */
    Optional<Hold> find(HoldId id);

    /** Of a facility, newest first: those that hold, or all. */
    List<Hold> of(String facility, boolean onlyHolding);

    /**
     * Records whose holds touch that time on one of those cameras (none are all of the facility), those that were released too:
     * whoever is named there has no business with that footage.
     */
    Set<UUID> records(String facility, Set<CameraId> cameras, Instant from, Instant to);

    /**
     * Records that last into that time, and of which a complaint or a violation holds footage that begins before its end, until whenever
     * and also where it was released: what is footage of such a record goes on behind what must not be deleted.
     */
    Set<UUID> complained(String facility, Instant from, Instant to);

    /** Those that hold and touch that camera's time, for the timeline. */
    List<Hold> touching(CameraId camera, Instant from, Instant to);
}
