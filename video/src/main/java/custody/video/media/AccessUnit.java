package custody.video.media;

import java.nio.ByteBuffer;

/**
 * One picture as it arrived: its units, each behind four bytes of length, as a file wants them. The depacketiser reuses one
 * object for a whole session, so whoever keeps a picture copies it before returning.
 */
public final class AccessUnit {
    private static final int FIRST_SIZE = 32 * 1024;

    /** Outside the heap, so that writing it to disk needs no second copy. */
    private ByteBuffer data = ByteBuffer.allocateDirect(FIRST_SIZE);

    private final int most;
    private long mediaTicks;
    private long arrivalNanos;
    private boolean key;
    private boolean damaged;

    AccessUnit(int most) {
        this.most = most;
    }

    /** The bytes from 0 to {@link #length()}; valid until the call returns. */
    public ByteBuffer data() {
        return data.duplicate().flip();
    }

    public int length() {
        return data.position();
    }

    /** The camera's own clock, ticks of 1/90 000 s, unwrapped. */
    public long mediaTicks() {
        return mediaTicks;
    }

    /** Monotonic nanoseconds when the first packet was read. */
    public long arrivalNanos() {
        return arrivalNanos;
    }

    public boolean key() {
        return key;
    }

    /** A packet of it was missing; it is kept all the same. */
    public boolean damaged() {
        return damaged;
    }

    void begin(long ticks, long arrival) {
        data.clear();
        mediaTicks = ticks;
        arrivalNanos = arrival;
        key = false;
        damaged = false;
    }

    void markKey() {
        key = true;
    }

    void markDamaged() {
        damaged = true;
    }

    /** Makes room for {@code more} bytes; false when the picture would be larger than allowed. */
    boolean room(int more) {
        if (more <= data.remaining()) {
            return true;
        }
        long wanted = (long) data.position() + more;
        if (wanted > most) {
            return false;
        }
        int size = (int) Math.min(most, Math.max(wanted, data.capacity() + (data.capacity() >> 1)));
        data = ByteBuffer.allocateDirect(size).put(data.flip());
        return true;
    }

    ByteBuffer raw() {
        return data;
    }
}
