package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    /** Failures a second apart (or as given), the longest wait after them. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, false, 500",
        "2, 1, false, 1000",
        "3, 1, false, 2000",
        "4, 1, false, 4000",
        "30, 1, false, 4000",
        "62, 1, false, 30000",
        "1, 1, true, 10000",
        "2, 10, true, 20000",
        "5, 60, true, 160000",
        "6, 60, true, 300000",
        "60, 60, true, 300000",
    })
    void waitAfterFailures(int failures, int secondsApart, boolean accountRefused, long millis) {
        Backoff backoff = Backoff.NONE;
        long now = 0;
        for (int i = 0; i < failures; i++) {
            backoff = backoff.failed(accountRefused, now);
            now += i + 1 < failures ? Duration.ofSeconds(secondsApart).toNanos() : 0;
        }
        assertEquals(Duration.ofMillis(millis), backoff.delay(now, 0));
        assertEquals(Duration.ofMillis(millis / 2), backoff.delay(now, 1), "shortened by half at most");
    }

    @Test
    void noFailureNoWait() {
        assertEquals(Duration.ZERO, Backoff.NONE.delay(5, 0));
    }

    @Test
    void refusedAccountIsForgottenWhenTheNetworkFailsInstead() {
        Backoff backoff = Backoff.NONE.failed(true, 0).failed(false, 1);
        assertEquals(Duration.ofSeconds(1), backoff.delay(1, 0));
    }

    @Test
    void cameraFoundWakesTheWaiting() throws InterruptedException {
        var gate = new ConnectGate();
        var woken = new CountDownLatch(1);
        Thread heeds = Thread.ofPlatform().start(() -> await(gate, true, woken));
        while (heeds.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        gate.found();
        assertTrue(woken.await(5, TimeUnit.SECONDS));
    }

    private static void await(ConnectGate gate, boolean heeds, CountDownLatch woken) {
        try {
            gate.await(Duration.ofMinutes(1).toNanos(), Duration.ofMillis(5).toNanos(), () -> false, heeds);
            woken.countDown();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void cutsOfManyCamerasDoNotFallTogether() {
        long period = Duration.ofMinutes(1).toNanos();
        long now = Duration.ofHours(5).toNanos();
        for (int camera = 0; camera < 60; camera++) {
            long cut = CutTimes.of(camera, 60, period).after(now);
            assertEquals(camera, Duration.ofNanos(Math.floorMod(cut, period)).toSeconds());
            assertTrue(cut - now >= period / 10 && cut - now <= period * 11 / 10);
        }
    }
}
