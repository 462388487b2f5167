package custody.video.recorder;

import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.nio.file.Path;
import java.time.Instant;

/** What the recorder tells: to its journal and to whoever listens on the control channel. Called from several threads. */
public interface RecorderEvents {
    /** What a camera does just now. */
    enum CameraState {
        CONNECTING,
        RECORDING,
        /** Connected, but no data for three seconds. */
        STALE,
        /** Not connected; the next try is planned. */
        WAITING,
        /** Data comes, but no key frame, so nothing can be recorded. */
        NO_KEY_FRAME,
        /** The disk does not take its pictures, or its folder cannot be read; told again with each try that fails. */
        NOT_WRITTEN
    }

    void state(CameraId camera, CameraState state, String detail);

    void opened(SegmentWriter segment);

    /** Everything up to {@code progress} is durable. */
    void synced(SegmentWriter segment, SegmentWriter.Progress progress);

    void sealed(Segment segment);

    /** A segment could not be sealed now: it will be when there is room again, or salvaged at the next start. */
    void notSealed(CameraId camera, Path open, String why);

    void gapOpened(CameraId camera, Instant from, GapCause cause, String detail);

    void gap(Gap gap);

    /** The disk: {@code failed}, {@code slow}, {@code not-slow}, {@code reserve-released}, {@code journal-damaged}, {@code key-frames-only}, {@code normal}. */
    void disk(String state, String detail);
}
