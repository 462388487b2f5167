package custody.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The delay after failed sign-ins")
class SignInDelayTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 2", "4, 4", "5, 8", "6, 16", "7, 30", "1000000, 30"})
    @DisplayName("grows and has an end")
    void growsAndHasAnEnd(int failures, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), SignInDelay.after(failures));
    }
}
