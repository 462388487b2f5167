package custody.video.recorder;

import custody.video.media.AccessUnit;
import custody.video.mp4.FragmentBuffer;

/** Sees each picture as it is recorded; called by the session thread and must not wait. */
interface LiveTap {
    /** A picture at {@code ticks} of the segment; {@code buffer} holds it and those before it that are not yet in the file. */
    void picture(SegmentWriter segment, FragmentBuffer buffer, AccessUnit unit, long ticks, long usualDuration);

    /** The next picture belongs to another segment. */
    void segmentEnded();

    /** No further picture comes here. */
    void ended();
}
