package custody.record.law;

import custody.record.law.rules.Heading;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule on one record at one instant.
 *
 * @param rule the rule
 * @param state where it stands
 * @param standing whether its number is the law's, or our target where the law says <em>immediately</em>
 * @param startedAt from when it counts; null where it does not run
 * @param due last instant at which it is still kept; null where it does not run or the end is not known
 * @param metAt when what it asks was done; null where it is not
 * @param elapsed time counted so far; null where it does not run
 * @param readings every reading of a disputed rule with its own due instant; empty where there is one
 * @param open what is still to be done
 * @param warnings percentages still of interest, with the instant at which each is reached
 * @param changes next instant at which this clock alone can change without a new event; null where none is known
 * @param proof how it was computed
 */
public record Clock(
        Rule rule,
        State state,
        Standing standing,
        @Nullable Instant startedAt,
        @Nullable Instant due,
        @Nullable Instant metAt,
        @Nullable Duration elapsed,
        List<ReadingResult> readings,
        List<Need> open,
        List<Warning> warnings,
        @Nullable Instant changes,
        Proof proof) {
    public Clock {
        readings = List.copyOf(readings);
        open = List.copyOf(open);
        warnings = List.copyOf(warnings);
    }

    /** Where a clock stands. Wire names are kebab-case. */
    public enum State {
        /** Time is running, nothing is late; at the very last instant still so. */
        RUNNING,
        /** Done in time. */
        MET,
        /** Done, and too late. */
        MET_LATE,
        /** Not done, and too late. */
        BREACHED,
        /** Time is not counted at present. */
        SUSPENDED,
        /** Asks nothing of this record now. */
        NOT_APPLICABLE;

        /** Whether somebody still has to do something. */
        public boolean owed() {
            return switch (this) {
                case RUNNING, BREACHED, SUSPENDED -> true;
                case MET, MET_LATE, NOT_APPLICABLE -> false;
            };
        }
    }

    /** What one reading of a disputed rule gives. */
    public record ReadingResult(
            Text name,
            Text citation,
            State state,
            Instant startedAt,
            @Nullable Instant due) {}

    /** A share of the limit, and when it is reached. */
    public record Warning(int percent, Instant at) {}

    /** What the rule has in common with all rules. */
    public Heading heading() {
        return rule.heading();
    }

    /** Time left at that instant, negative where overdue; empty where nothing is owed or no end is known. */
    public Optional<Duration> remaining(Instant now) {
        return state.owed() && due != null ? Optional.of(Duration.between(now, due)) : Optional.empty();
    }
}
