package custody.record.desk;

import custody.record.events.EventId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message about an alert that did not arrive yet.
 *
 * @param event the alert
 * @param number record's number
 * @param channel {@code email}, {@code webhook} or {@code sms}
 * @param rung whom it is for
 * @param since when it was made
 * @param attempts how often it was tried
 * @param failure what the last attempt met, one word of a closed list; null before the first
 * @param again when it is tried again; null where it was given up
 */
public record WaitingMessage(
        EventId event,
        RecordNumber number,
        String channel,
        Rung rung,
        Instant since,
        int attempts,
        @Nullable String failure,
        @Nullable Instant again) {}
