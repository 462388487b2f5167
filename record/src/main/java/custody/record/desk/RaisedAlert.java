package custody.record.desk;

import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.law.rules.Escalation.Rung;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A warning, a breach or a question that was written into a record. Holds no personal data beyond the record's number.
 *
 * @param event the event that says it
 * @param record record
 * @param number the number people say
 * @param kind what it is
 * @param rule rule that judged; for a question the honesty rule
 * @param provision article and part; null for a question
 * @param due last instant at which the duty was kept; null for a question
 * @param percent share of the limit that had passed; 100 for a breach, 0 for a question
 * @param pack pack that judged, as events name it; null for a question
 * @param cameTrueAt when it came true
 * @param raisedAt when it was written
 * @param rung highest rung it climbed to, whoever was reached there; null while it climbed to none
 * @param settledAt since when nothing is owed any more; null while open
 * @param acknowledgedBy who took note; null while nobody did
 * @param acknowledgedAt when
 */
public record RaisedAlert(
        EventId event,
        RecordId record,
        RecordNumber number,
        Kind kind,
        String rule,
        @Nullable String provision,
        @Nullable Instant due,
        int percent,
        @Nullable String pack,
        Instant cameTrueAt,
        Instant raisedAt,
        @Nullable Rung rung,
        @Nullable Instant settledAt,
        @Nullable Badge acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    /** What an alert is; wire names are kebab-case. */
    public enum Kind {
        /** A deadline has passed with its duty undone. */
        BREACH,
        /** A deadline is near. */
        WARNING,
        /** An honesty rule asks people something. */
        QUESTION
    }

    /** Who took note of it. */
    public Optional<Badge> acknowledged() {
        return Optional.ofNullable(acknowledgedBy);
    }
}
