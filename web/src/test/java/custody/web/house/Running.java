package custody.web.house;

import java.time.Instant;
import org.springframework.boot.SpringApplication;

/** Runs the house by hand, to look at it: a busy morning at {@code http://localhost:8099}. */
public final class Running {
    private Running() {}

    /** Starts it. */
    public static void main(String[] arguments) {
        var context = SpringApplication.run(House.class, "--server.port=8099");
        context.getBean(HouseClock.class).set(Instant.parse("2026-11-24T10:00:00Z"));
        BusyMorning.play(context.getBean(InMemoryCustodyRecords.class), context.getBean(HouseClock.class));
    }
}
