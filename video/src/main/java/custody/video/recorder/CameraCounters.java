package custody.video.recorder;

import custody.video.media.Depacketiser;
import java.util.concurrent.atomic.AtomicLong;

/** What one camera's session has counted since the recorder started; written by the session thread, read by whoever asks. */
public final class CameraCounters {
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lostPackets = new AtomicLong();
    private final AtomicLong malformedPackets = new AtomicLong();
    private final AtomicLong damagedPictures = new AtomicLong();
    private final AtomicLong skippedPictures = new AtomicLong();
    private final AtomicLong sessions = new AtomicLong();

    void recorded(int length) {
        frames.incrementAndGet();
        bytes.addAndGet(length);
    }

    void skipped() {
        skippedPictures.incrementAndGet();
    }

    void sessionBegun() {
        sessions.incrementAndGet();
    }

    void sessionEnded(Depacketiser ended) {
        lostPackets.addAndGet(ended.lostPackets());
        malformedPackets.addAndGet(ended.malformedPackets());
        damagedPictures.addAndGet(ended.damagedPictures());
    }

    /** Pictures written. */
    public long frames() {
        return frames.get();
    }

    public long bytes() {
        return bytes.get();
    }

    /** Packets missing by their numbers in the sessions that have ended. */
    public long lostPackets() {
        return lostPackets.get();
    }

    public long malformedPackets() {
        return malformedPackets.get();
    }

    public long damagedPictures() {
        return damagedPictures.get();
    }

    /** Pictures that could not be recorded: before the first key frame, or while the disk failed. */
    public long skippedPictures() {
        return skippedPictures.get();
    }

    public long sessions() {
        return sessions.get();
    }
}
