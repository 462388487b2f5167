package custody.record.law.rules;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of a pack. Judges, never blocks; what must be refused is refused by the record itself. */
public sealed interface Rule {
    Heading heading();

    /** Names the rule within its pack. */
    default String id() {
        return heading().id();
    }

    /**
     * Something must be done within a time.
     *
     * @param readings from what and how long; more than one where the law is disputed
     * @param needs all that must be done
     * @param each whether every triggering event starts a clock of its own, or only the first
     * @param knownFrom whether the time runs only once the condition is known
     * @param back how long before the trigger something may have been done and still counts; usually zero
     * @param suspendedWhile while this holds, time is not counted; null where nothing stops the clock
     */
    record Deadline(
            Heading heading,
            List<Reading> readings,
            List<Need> needs,
            boolean each,
            boolean knownFrom,
            Duration back,
            @Nullable Condition suspendedWhile)
            implements Rule {
        public Deadline {
            readings = List.copyOf(readings);
            needs = List.copyOf(needs);
        }
    }

    /** An activity may go on no longer than this without a break, or in sum on one local day. */
    record MaximumDuration(Heading heading, Activity activity, List<Limit> limits, Per per) implements Rule {
        public MaximumDuration {
            limits = List.copyOf(limits);
        }

        /** What the limit holds for. */
        public enum Per {
            STRETCH,
            DAY
        }
    }

    /**
     * An activity may not go on between two local times; {@code from} after {@code to} spans midnight.
     *
     * @param exceptField field of the beginning entry that, where filled, gives the reason for an exception; or null
     * @param partOf what is one act with it, judged by another rule: what began within it, and says no reason of its own, is
     *     judged with it; null where there is no such thing
     */
    record ForbiddenWindow(
            Heading heading,
            Activity activity,
            LocalTime from,
            LocalTime to,
            @Nullable String exceptField,
            @Nullable Activity partOf)
            implements Rule {}

    /**
     * Certain things must be shown of every such action, and of each stretch in which it goes on.
     *
     * @param during what begins the action
     * @param continued what it goes on with; what that leaves open is as it was said before
     * @param ends what it ends or is interrupted with; empty where it is judged as it begins and goes on, and not meanwhile
     * @param requirements what must be shown
     */
    record RequiredPresence(
            Heading heading,
            List<Pattern> during,
            List<Pattern> continued,
            List<Pattern> ends,
            List<Requirement> requirements)
            implements Rule {
        public RequiredPresence {
            during = List.copyOf(during);
            continued = List.copyOf(continued);
            ends = List.copyOf(ends);
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * Something must be done again and again.
     *
     * @param from what it counts from
     * @param first time to the first one, where it differs; else null
     * @param every longest gap, first fitting; where none fits the rule rests
     * @param doneBy what does it
     * @param suspendedWhile while this holds nothing is due, and afterwards it counts anew; null where nothing does that
     * @param pausedWhile while this holds time is not counted, and afterwards it goes on; null where nothing does that
     * @param postponement how one time may be put off; null where the law knows no such thing
     */
    record Recurrence(
            Heading heading,
            List<Pattern> from,
            @Nullable Duration first,
            List<Limit> every,
            List<Pattern> doneBy,
            @Nullable Condition suspendedWhile,
            @Nullable Condition pausedWhile,
            @Nullable Postponement postponement)
            implements Rule {
        public Recurrence {
            from = List.copyOf(from);
            every = List.copyOf(every);
            doneBy = List.copyOf(doneBy);
        }
    }

    /**
     * So much in every whole day spent here, or on the days spent here in part.
     *
     * @param of what is counted or summed
     * @param times how often; 0 where time is summed
     * @param amounts how long in sum, first fitting; empty where times are counted
     * @param unbroken whether the time must be in one piece
     * @param exceptWhile while this holds time is not summed, and a piece is broken; null where nothing does that
     * @param day what a day is
     * @param from events from which the first day counts
     */
    record DailyAmount(
            Heading heading,
            List<Pattern> of,
            int times,
            List<Limit> amounts,
            boolean unbroken,
            @Nullable Condition exceptWhile,
            Day day,
            List<Pattern> from)
            implements Rule {
        public DailyAmount {
            of = List.copyOf(of);
            amounts = List.copyOf(amounts);
            from = List.copyOf(from);
        }

        /** What a day is. */
        public enum Day {
            /** Midnight to midnight at the facility: 23, 24 or 25 hours. */
            CALENDAR,
            /** Every 24 hours since the first event of {@code from}. */
            SINCE_START,
            /**
             * What calendar days leave out: the day on which it began and the one on which it ended. Owed is the share of 24
             * hours, rounded down.
             */
            PART
        }
    }

    /**
     * Something must not be done.
     *
     * @param forbids what must not be done; empty where another part of the system keeps the rule
     * @param except events that are exceptions
     * @param keptBy who refuses it
     */
    record Refusal(Heading heading, List<Pattern> forbids, List<Pattern> except, Keeper keptBy) implements Rule {
        public Refusal {
            forbids = List.copyOf(forbids);
            except = List.copyOf(except);
        }

        /** Who keeps a refusal. */
        public enum Keeper {
            /** The clock board shows it when it happened all the same. */
            BOARD,
            /** Refused when an officer is appointed. */
            APPOINTMENT,
            /** Refused when the event is to be recorded; the board shows what a correction brings to light. */
            RECORD,
            /** Warned of or refused when a cell is allocated. */
            ALLOCATION,
            /** Written by the system at every read. */
            ACCESS
        }
    }
}
