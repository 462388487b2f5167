package custody.video.archive;

import custody.video.camera.CameraId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The index of footage: finished segments by camera and time, and the one that is being written. Safe for many threads. */
public interface Segments {

    /**
     * A stretch of footage for a timeline: one segment without its fragments.
     *
     * @param held under a hold that was not released
     */
    record Line(CameraId camera, long sequence, Instant from, Instant to, long bytes, boolean held) {}

    /**
     * A segment that is being written. Its file grows; what lies behind the last whole fragment is not durable yet.
     *
     * @param path relative to the archive's folder
     */
    record Open(CameraId camera, long sequence, Instant start, Path path) {}

    /** The archive's folder, which the paths of segments are relative to; another volume's when the segment lies there. */
    Path folder(Segment segment);

    /** Finished segments of a camera that touch the time, in order, at most {@code most}, with their packed indexes. */
    List<Segment> in(CameraId camera, Instant from, Instant to, int most);

    /** The finished segment that holds the moment, else the next one; empty when nothing follows. */
    Optional<Segment> at(CameraId camera, Instant moment);

    /** The finished segment right behind that one. */
    Optional<Segment> after(CameraId camera, long sequence);

    /** Lines for a timeline, in order; of a day about 1 440. */
    List<Line> lines(CameraId camera, Instant from, Instant to);

    /** What is being written for a camera now. */
    Optional<Open> open(CameraId camera);
}
