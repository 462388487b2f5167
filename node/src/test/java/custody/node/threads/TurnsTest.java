package custody.node.threads;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thread that takes turns")
final class TurnsTest {
    @Test
    @DisplayName("takes the next one also after an error that nobody expects")
    void goesOnAfterAnError() throws InterruptedException {
        AtomicBoolean erred = new AtomicBoolean();
        CountDownLatch second = new CountDownLatch(1);
        Turns turns = new Turns("erring", () -> {
            if (!erred.getAndSet(true)) {
                throw new LinkageError("planted");
            }
            second.countDown();
            return Duration.ofMinutes(1);
        });
        turns.start();
        assertTrue(second.await(20, TimeUnit.SECONDS));
        turns.close();
    }
}
