package custody.node.video;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Looks for footage that no line of the recorder told of, whenever there may be some. A look that failed, as on a disk that is away, is
 * repeated after a while: nothing else would ask for it again. One thread.
 */
final class UntoldFootage {
    /** Each look lists all files of all cameras. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final BooleanSupplier telling;
    private final BooleanSupplier due;
    private final Runnable again;
    private final Look look;
    private final InstantSource time;
    private Instant next = Instant.MIN;

    /** Brings index and archive together. */
    interface Look {
        /** Answers how many segments were found. */
        int run() throws IOException;
    }

    /**
     * {@code telling} is whether the recorder's lines are still being taken; {@code due} whether a look is, asked and forgotten;
     * {@code again} makes it due once more.
     */
    UntoldFootage(BooleanSupplier telling, BooleanSupplier due, Runnable again, Look look, InstantSource time) {
        this.telling = telling;
        this.due = due;
        this.again = again;
        this.look = look;
        this.time = time;
    }

    void turn() throws IOException {
        if (time.instant().isBefore(next) || telling.getAsBoolean() || !due.getAsBoolean()) {
            return;
        }
        boolean done = false;
        try {
            var _ = look.run();
            done = true;
        } finally {
            if (!done) {
                next = time.instant().plus(PAUSE);
                again.run();
            }
        }
    }
}
