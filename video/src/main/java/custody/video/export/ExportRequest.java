package custody.video.export;

import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.List;

/**
 * What is to be handed over.
 *
 * @param segments of that camera that touch the time, in order
 * @param gaps of that camera that touch the time
 * @param recipient who gets it, as the export's leaf in the ledger names them
 * @param reason why
 * @param masking what becomes of the camera's masks
 */
public record ExportRequest(
        CameraId camera,
        Instant from,
        Instant to,
        List<Segment> segments,
        List<Gap> gaps,
        String recipient,
        String reason,
        Masking masking) {
    public ExportRequest {
        segments = List.copyOf(segments);
        gaps = List.copyOf(gaps);
        if (!from.isBefore(to) || recipient.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an export needs a time, a recipient and a reason");
        }
    }

    /** Of a camera without masks. */
    public ExportRequest(
            CameraId camera,
            Instant from,
            Instant to,
            List<Segment> segments,
            List<Gap> gaps,
            String recipient,
            String reason) {
        this(camera, from, to, segments, gaps, recipient, reason, new Masking.None());
    }
}
