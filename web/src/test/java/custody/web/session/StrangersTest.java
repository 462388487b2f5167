package custody.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A badge without an account")
class StrangersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static Badge badge(int number) {
        return new Badge(Integer.toString(9_000_000 + number));
    }

    @Test
    @DisplayName("waits after its third try as one with an account does")
    void waitsAsOthersDo() {
        Strangers strangers = new Strangers();
        Instant now = NOW;
        for (int failures = 1; failures <= 8; failures++) {
            assertEquals(Duration.ZERO, strangers.trying(badge(1), now), "try " + failures);
            assertEquals(SignInDelay.after(failures), strangers.left(badge(1), now));
            now = now.plus(SignInDelay.after(failures));
        }
        assertEquals(Duration.ZERO, strangers.left(badge(2), now), "another badge is not concerned");
    }

    @Test
    @DisplayName("is not counted while it waits")
    void isNotCountedWhileItWaits() {
        Strangers strangers = new Strangers();
        for (int failures = 1; failures <= 3; failures++) {
            assertEquals(Duration.ZERO, strangers.trying(badge(1), NOW));
        }
        assertEquals(Duration.ofSeconds(2), strangers.trying(badge(1), NOW));
        assertEquals(Duration.ofSeconds(1), strangers.trying(badge(1), NOW.plusSeconds(1)));
        assertEquals(Duration.ZERO, strangers.trying(badge(1), NOW.plusSeconds(2)));
        assertEquals(Duration.ofSeconds(4), strangers.left(badge(1), NOW.plusSeconds(2)));
    }

    @Test
    @DisplayName("takes no more memory however many are tried, and those tried last are remembered")
    void takesBoundedMemory() {
        Strangers strangers = new Strangers(10);
        for (int number = 0; number < 100; number++) {
            for (int failures = 1; failures <= 3; failures++) {
                assertEquals(Duration.ZERO, strangers.trying(badge(number), NOW));
            }
        }
        assertEquals(10, strangers.size());
        assertEquals(Duration.ZERO, strangers.left(badge(0), NOW));
        assertEquals(Duration.ofSeconds(2), strangers.left(badge(99), NOW));
        assertEquals(Duration.ofSeconds(2), strangers.left(badge(90), NOW));
    }
}
