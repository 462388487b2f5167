package custody.video.media;

/** Makes one growing clock out of the 32 bits that wrap every 13 hours. Owned by one session thread. */
public final class MediaClock {
    private boolean started;
    private long ticks;

    /** Ticks of 1/90 000 s since the first timestamp; goes back when the camera's clock does. */
    public long unwrap(int timestamp) {
        if (!started) {
            started = true;
            ticks = timestamp & 0xffffffffL;
        } else {
            ticks += timestamp - (int) ticks;
        }
        return ticks;
    }
}
