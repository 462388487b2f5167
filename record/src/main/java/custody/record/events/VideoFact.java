package custody.record.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done with the footage of this person. Cameras are named by their codes. */
public sealed interface VideoFact extends Fact {

    /** Footage viewed; written before a byte leaves. */
    record FootageViewed(@Cameras List<String> cameras, Instant from, Instant to, String purpose) implements VideoFact {
        public FootageViewed {
            cameras = List.copyOf(cameras);
        }
    }

    /** Footage held: never deleted until released by two. */
    record FootageHeld(
            @Cameras List<String> cameras,
            Instant from,
            Instant to,
            @Words(max = 1_000) String reason) implements VideoFact {
        public FootageHeld {
            cameras = List.copyOf(cameras);
        }
    }

    /** Asks for the release of a hold; {@code second} is who is asked to agree, and nothing is released before a second person did. */
    record HoldReleased(EventId hold, @Words(max = 1_000) String reason, Badge second) implements VideoFact {}

    /** Footage exported. */
    record FootageExported(
            @Cameras List<String> cameras,
            Instant from,
            Instant to,
            String recipient,
            @Words(max = 1_000) String reason,

            @Nullable
            @Coded(
                    pattern = "[0-9a-f]{64}",
                    example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            String sha256)
            implements VideoFact {
        public FootageExported {
            cameras = List.copyOf(cameras);
        }
    }
}
