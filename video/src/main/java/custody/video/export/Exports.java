package custody.video.export;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.live.Mask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exports of footage, made in the background. Safe for many threads. Each is a leaf with its hash before it can be fetched. */
public interface Exports {

    /**
     * An export that somebody wants; recipient and reason as in {@link ExportRequest}.
     *
     * @param lift why the camera's masks are not to be painted, said by somebody who may lift them; empty to have them painted
     * @param record the custody record from which it was asked for; it says what was handed out as soon as the file is ready
     */
    record Wanted(
            String facility,
            CameraId camera,
            Instant from,
            Instant to,
            String recipient,
            String reason,
            Optional<String> lift,
            Optional<UUID> record) {
        /** Of no record. */
        public Wanted(
                String facility,
                CameraId camera,
                Instant from,
                Instant to,
                String recipient,
                String reason,
                Optional<String> lift) {
            this(facility, camera, from, to, recipient, reason, lift, Optional.empty());
        }

        /** Of no record, with the camera's masks painted. */
        public Wanted(String facility, CameraId camera, Instant from, Instant to, String recipient, String reason) {
            this(facility, camera, from, to, recipient, reason, Optional.empty());
        }
    }

    /**
     * An export.
     *
     * @param progress 0 to 100
     * @param masks how many masks are painted over; 0 where film and originals are as they were recorded, or nothing is made yet
     * @param painted which; empty also in an export from before they were kept
     * @param sha256 hex hash of the whole file; empty until it is ready
     */
    record Export(
            UUID id,
            Wanted wanted,
            Person by,
            Instant at,
            State state,
            int progress,
            Optional<String> sha256,
            int masks,
            List<Mask> painted,
            String detail) {
        public Export {
            painted = List.copyOf(painted);
        }

        /** Whether its film hides all of these. */
        public boolean hides(List<Mask> needed) {
            return needed.stream().allMatch(mask -> painted.stream().anyMatch(one -> one.covers(mask)));
        }
    }

    /** How far it is. */
    enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED,
        CANCELLED,
        /** It was ready; its term is over, and its file was deleted. */
        GONE
    }

    /**
     * Begins one; refuses by {@link IllegalStateException} while the disk is nearly full.
     *
     * @param id names this wish: when it was begun before, nothing is done, so that a form sent twice makes one export
     */
    void begin(UUID id, Wanted wanted, Person by, Instant now);

    /** One of them. */
    Optional<Export> find(UUID id);

    /** Of a facility, newest first. */
    List<Export> of(String facility);

    /** Gives up one that is not ready. */
    void cancel(UUID id, Person by);

    /**
     * The file to hand over: one zip with film, originals and manifest; empty unless it is ready. The record that it is of says so by
     * then; throws where that cannot be written.
     */
    Optional<Path> file(UUID id);
}
