package custody.record.detention;

import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that somebody wants to add: all of {@link custody.record.events.Event} that a person can say. */
public record Draft(
        Fact fact,
        Occurrence occurrence,
        List<Badge> performedBy,
        List<String> present,
        @Nullable RoomCode place,
        @Nullable String lateReason,
        @Nullable String note) {
    public Draft {
        performedBy = List.copyOf(performedBy);
        present = List.copyOf(present);
    }

    /** The same draft about another fact. */
    Draft about(Fact other) {
        return new Draft(other, occurrence, performedBy, present, place, lateReason, note);
    }

    /** The same draft at another time. */
    Draft at(Occurrence other) {
        return new Draft(fact, other, performedBy, present, place, lateReason, note);
    }

    /** The same draft with times as the format has them: the machine's clock knows finer ones. */
    Draft toTheMillisecond() {
        Instant until = occurrence.until();
        Occurrence exact = new Occurrence(
                occurrence.at().truncatedTo(ChronoUnit.MILLIS),
                until == null ? null : until.truncatedTo(ChronoUnit.MILLIS),
                occurrence.source());
        return at(exact);
    }

    /** A draft with nothing but what happened and when. */
    public static Draft of(Fact fact, Occurrence occurrence) {
        return new Draft(fact, occurrence, List.of(), List.of(), null, null, null);
    }
}
