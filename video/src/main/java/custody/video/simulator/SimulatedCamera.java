package custody.video.simulator;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** State of one simulated camera: its fault, its clock, and what it has sent. */
public final class SimulatedCamera {
    private final String path;
    private final Clip clip;
    private volatile Clip other;
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private volatile Fault fault = Fault.NONE;
    private final AtomicLong clockTicks = new AtomicLong();
    private final AtomicLongArray sentAt;

    SimulatedCamera(String path, Clip clip, Clip other) {
        this.path = path;
        this.clip = clip;
        this.other = other;
        this.sentAt = new AtomicLongArray(clip.frames().size());
    }

    /** Path of its stream, as {@code /camera/3}. */
    public String path() {
        return path;
    }

    Clip clip() {
        return fault == Fault.OTHER_CLIP ? other : clip;
    }

    public Fault fault() {
        return fault;
    }

    public void fault(Fault next) {
        fault = next;
    }

    /** What it sends from now on under {@link Fault#OTHER_CLIP}. */
    public void otherClip(Clip next) {
        other = next;
    }

    /** Moves its media clock by so many ticks of 1/90 000 s, back when negative. */
    public void jumpClock(long ticks) {
        clockTicks.addAndGet(ticks);
    }

    long clockTicks() {
        return clockTicks.get();
    }

    /** Pictures sent so far, to all viewers together. */
    public long framesSent() {
        return frames.get();
    }

    /** Times somebody began to play it. */
    public long connections() {
        return connections.get();
    }

    /** When it last sent the picture at this place of its clip, milliseconds of the epoch; empty when it has not yet. */
    public OptionalLong sentAt(int place) {
        long millis = place < sentAt.length() ? sentAt.get(place) : 0;
        return millis == 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    void sent(int place) {
        if (place < sentAt.length()) {
            sentAt.set(place, System.currentTimeMillis());
        }
        frames.incrementAndGet();
    }

    void connected() {
        connections.incrementAndGet();
    }
}
