package custody.video.recorder;

import java.time.Instant;

/** The two clocks of the machine: what it believes the time is, and one that only grows. */
public interface Clocks {
    Instant wall();

    /** Nanoseconds that never go back while the machine runs. */
    long nanos();

    /** The machine's own. */
    static Clocks ofMachine() {
        return new Clocks() {
            @Override
            public Instant wall() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
