package custody.record.desk;

import custody.record.events.EventId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message about an alert that did not arrive yet, or not at every address.
 *
 * @param event the alert; for an alarm about a camera its id
 * @param number record's number; null for an alarm about a camera
 * @param camera the camera, empty for the recorder itself; null for an alert of a record
 * @param channel {@code email}, {@code webhook} or {@code sms}
 * @param rung whom it is for
 * @param since when it was made
 * @param attempts how often it was tried
 * @param reached how many of its addresses have it
 * @param failure what the last attempt met, one word of a closed list; null before the first
 * @param again when it is tried again; null where it was given up
 */
public record WaitingMessage(
        EventId event,
        @Nullable RecordNumber number,
        @Nullable String camera,
        String channel,
        Rung rung,
        Instant since,
        int attempts,
        int reached,
        @Nullable String failure,
        @Nullable Instant again) {

    /** What people call its matter: the record's number, or the camera. */
    public String about() {
        return number != null ? number.toString() : Objects.requireNonNullElse(camera, "");
    }
}
