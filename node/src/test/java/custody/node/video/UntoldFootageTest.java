package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UntoldFootageTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean due = new AtomicBoolean(true);
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final UntoldFootage untold =
            new UntoldFootage(telling::get, () -> due.getAndSet(false), () -> due.set(true), this::look, now::get);

    private int look() throws IOException {
        looks.incrementAndGet();
        if (away.get()) {
            throw new IOException("the disk is away");
        }
        return 1;
    }

    @Test
    void aLookThatFailedIsRepeatedAfterAWhile() throws Exception {
        away.set(true);
        assertThrows(IOException.class, untold::turn);
        away.set(false);
        untold.turn();
        assertEquals(1, looks.get(), "not at once");
        now.updateAndGet(at -> at.plus(UntoldFootage.PAUSE));
        untold.turn();
        untold.turn();
        assertEquals(2, looks.get(), "and once it was done no more");
    }

    @Test
    void whileTheRecorderTellsNothingIsLookedForAndNothingForgotten() throws Exception {
        telling.set(true);
        untold.turn();
        telling.set(false);
        untold.turn();
        assertEquals(1, looks.get());
    }
}
