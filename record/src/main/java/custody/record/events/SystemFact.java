package custody.record.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the system itself noticed. Answered by people, never removed. */
public sealed interface SystemFact extends Fact {

    /** A clock nears its end. */
    record ClockWarning(
            String rule,
            @Nullable String provision,
            @Between(min = 0, max = 100, unit = "percent") int elapsed,
            Instant due,
            @Nullable String pack)
            implements SystemFact {}

    /** A clock ran out unmet. */
    record ClockBreached(
            String rule,
            @Nullable String provision,
            Instant due,
            @Nullable String demands,
            @Nullable String pack) implements SystemFact {}

    /**
     * The record is judged by this rule pack from here on: part of the record, so that what judged it can be shown.
     *
     * @param pack id of the pack
     * @param version its version, as people say it
     * @param hash SHA-256 of its files, 64 hex digits
     */
    record LawApplied(String pack, String version, String hash) implements SystemFact {}

    /**
     * A question to people (honesty rules).
     *
     * @param detail what was measured, in no language: {@code name=value} parted by commas, durations and instants as in ISO
     *     8601; null where the flag says it all
     */
    record FlagRaised(
            Flag flag,
            List<EventId> about,
            @Nullable @Words(max = 1_000) String detail) implements SystemFact {
        public FlagRaised {
            about = List.copyOf(about);
        }
    }

    /** The answer to a flag. */
    record FlagAnswered(EventId flag, @Words(max = 2_000) String answer) implements SystemFact {}

    /** Somebody took note of a warning or breach by name: escalation ends. Whether it was right is not said. */
    record AlertAcknowledged(
            EventId alert, @Nullable @Words(max = 1_000) String note) implements SystemFact {}

    /** Martial law at the facility, with its validity. */
    record FacilityMartialLaw(
            boolean inForce,
            Instant from,
            @Nullable Instant to,
            @Nullable String authority) implements SystemFact {}

    /** The honesty rules. */
    enum Flag {
        LATE_ENTRY,
        JUST_BEFORE_DEADLINE,
        BATCH_ENTRY,
        COPIED_TEXT,
        EXACT_INTERVALS,
        ABSENT_PERSON,
        LEVEL_BELOW_ANSWERS,
        FORCE_WITHOUT_REPORT,
        INJURY_WITHOUT_MEDIC,
        LEFT_CELL_UNEXPLAINED,
        ACCOUNTS_CONTRADICT,
        BASIS_WITHOUT_DECISION,
        NO_CAMERA_COVERAGE
    }
}
