package custody.video.recorder;

import custody.video.media.AccessUnit;
import custody.video.media.Codec;

/** Media time in one segment, ticks from its first picture on. Owned by the camera's session thread. */
final class SegmentTicks {
    private static final long JUMP = 5L * Codec.CLOCK;
    private static final long FLOWING = 3L * Codec.CLOCK / 10;
    private static final long BACK = Codec.CLOCK / 2;
    private static final long USUAL_PICTURE = Codec.CLOCK / 25;

    private long base;
    private long lastRaw;
    private long last;
    private long usualPicture = USUAL_PICTURE;
    private boolean jumped;

    /** A segment begins with this picture. */
    void begin(AccessUnit first) {
        base = first.mediaTicks();
        last = -1;
        jumped = false;
    }

    /**
     * When a picture is shown. A jump of the camera's clock is bridged by the arrival clock; {@link #jumped} tells of it.
     *
     * @param lastArrival of the picture before, nanoseconds
     */
    long of(AccessUnit unit, long lastArrival) {
        long step = unit.mediaTicks() - lastRaw;
        long arrived = (unit.arrivalNanos() - lastArrival) * 9 / 100_000;
        if (step < -BACK || step - arrived > JUMP || arrived - step > JUMP) {
            // Pictures that were read together arrived together by that clock: while they flow, one follows another as
            // usual.
            long bridged = arrived < FLOWING ? usualPicture : Math.min(arrived, JUMP);
            base = unit.mediaTicks() - (last + bridged);
            jumped = true;
        } else if (step > 0 && step < Codec.CLOCK) {
            usualPicture = step;
        }
        return Math.max(last + 1, unit.mediaTicks() - base);
    }

    /** Whether the camera's clock jumped in this segment: then the next key frame begins another. */
    boolean jumped() {
        return jumped;
    }

    /** A picture was taken; {@code ticks} is what it was given. */
    void taken(AccessUnit unit, long ticks) {
        lastRaw = unit.mediaTicks();
        last = ticks;
    }

    long last() {
        return last;
    }

    /** How long a picture usually is. */
    long usualPicture() {
        return usualPicture;
    }

    /** When the picture behind the last would be shown. */
    long next() {
        return last + usualPicture;
    }
}
