package custody.video.archive;

import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of footage beside the segments: an uploaded film, or what an export made. It has a term as footage has, and is held as footage
 * is.
 *
 * @param facility code of the facility
 * @param camera whose pictures they are; for a film the name under which looks and holds know it
 * @param from beginning of its pictures by the true time
 * @param to their end
 * @param record the custody record it shows something of
 */
public record FootageCopy(UUID id, String facility, CameraId camera, Instant from, Instant to, Optional<UUID> record) {

    /**
     * Whether a hold keeps it: one of its facility over its time, or one that belongs to its record, since what holds the footage of a stay
     * begins at the delivery, and a film of the apprehension lies before that.
     */
    public boolean heldBy(Hold hold) {
        boolean sameTime = !hold.from().isAfter(to) && !hold.to().isBefore(from);
        boolean sameCamera = hold.cameras().isEmpty() || hold.cameras().contains(camera);
        boolean sameRecord = record.isPresent() && record.equals(hold.record());
        return hold.holds() && hold.facility().equals(facility) && ((sameTime && sameCamera) || sameRecord);
    }
}
