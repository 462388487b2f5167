package custody.video.simulator;

import java.util.concurrent.atomic.AtomicLong;

/** State of one simulated camera: its fault, its clock, and what it has sent. */
public final class SimulatedCamera {
    private final String path;
    private final Clip clip;
    private final Clip other;
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private volatile Fault fault = Fault.NONE;
    private final AtomicLong clockTicks = new AtomicLong();

    SimulatedCamera(String path, Clip clip, Clip other) {
        this.path = path;
        this.clip = clip;
        this.other = other;
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

    public long packetsSent() {
        return packets.get();
    }

    /** Times somebody began to play it. */
    public long connections() {
        return connections.get();
    }

    void sent(int packetCount) {
        frames.incrementAndGet();
        packets.addAndGet(packetCount);
    }

    void connected() {
        connections.incrementAndGet();
    }
}
