package custody.node.demo;

import custody.record.detention.Refusal;
import custody.record.events.Badge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody writes during the demo day.
 *
 * @param recordedAt when it is written; UTC, milliseconds, later than every step before it
 * @param who who writes
 * @param action what is written
 * @param refused the refusal this step is there to meet; null where it is there to be stored
 */
public record Step(
        Instant recordedAt,
        Badge who,
        Action action,
        @Nullable Class<? extends Refusal> refused) {}
