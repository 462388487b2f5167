package custody.node.video;

import custody.video.archive.FootageGaps;
import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.Exports.Wanted;
import custody.video.export.Masking;
import custody.video.live.Mask;
import custody.video.live.Masks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an export is made of: segments, holes between them, and the masks of its camera. Safe for many threads. */
final class ExportFootage {
    /** A day of minutes twice over: a camera that stumbles has more of them. What has still more is refused, never cut short. */
    static final int MOST_SEGMENTS = 3_000;

    /** A segment ends at the camera's next key frame, and is then sealed and told. */
    private static final int ENDED_TRIES = 300;

    private static final long PAUSE_MILLIS = 50;

    private final Segments segments;
    private final FootageGaps gaps;
    private final Masks masks;
    private final Consumer<CameraId> cut;

    /** {@code cut} ends the segment that a camera is writing. */
    ExportFootage(Segments segments, FootageGaps gaps, Masks masks, Consumer<CameraId> cut) {
        this.segments = segments;
        this.gaps = gaps;
        this.masks = masks;
        this.cut = cut;
    }

    /** Its segments, one more than {@link #MOST_SEGMENTS} where there are too many; what is being written is ended first. */
    List<Segment> parts(Wanted wanted) throws IOException {
        endOpenSegment(wanted);
        return segments.in(wanted.camera(), wanted.from(), wanted.to(), MOST_SEGMENTS + 1);
    }

    /** Where a segment lies. */
    Path folder(Segment segment) {
        return segments.folder(segment);
    }

    /** What is asked for may have happened just now, and lie in the segment that is still being written. */
    private void endOpenSegment(Wanted wanted) throws IOException {
        Instant now = Instant.now();
        Instant until = wanted.to().isBefore(now) ? wanted.to() : now;
        Optional<Long> open = segments.open(wanted.camera())
                .filter(one -> one.start().isBefore(until))
                .map(Segments.Open::sequence);
        if (open.isEmpty()) {
            return;
        }
        cut.accept(wanted.camera());
        for (int tries = 0; tries < ENDED_TRIES && !sealed(wanted.camera(), open.get()); tries++) {
            rest();
        }
    }

    /** The next segment is told before this one has reached the disk. */
    private boolean sealed(CameraId camera, long sequence) {
        return segments.after(camera, sequence - 1)
                .filter(segment -> segment.sequence() == sequence)
                .isPresent();
    }

    static void rest() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    /** What becomes of the masks of then and now; empty where they leave nothing to be shown. */
    Optional<Masking> masking(Wanted wanted) {
        List<Mask> drawn = masks.shownOf(wanted.camera(), wanted.from(), wanted.to(), Person.NODE, Instant.now());
        if (drawn.isEmpty()) {
            return Optional.of(new Masking.None());
        }
        if (wanted.lift().isPresent()) {
            return Optional.of(new Masking.Lifted(drawn.size(), wanted.lift().get()));
        }
        return drawn.contains(Mask.WHOLE) ? Optional.empty() : Optional.of(new Masking.Painted(drawn));
    }

    /** Holes between its segments. */
    List<Gap> holes(Wanted wanted) {
        return gaps.in(wanted.camera(), wanted.from(), wanted.to()).stream()
                .map(gap -> new Gap(
                        gap.camera(),
                        gap.from(),
                        gap.to()
                                .filter(to -> !to.isBefore(gap.from()))
                                .orElse(wanted.to().isBefore(gap.from()) ? gap.from() : wanted.to()),
                        gap.cause(),
                        gap.detail()))
                .toList();
    }
}
