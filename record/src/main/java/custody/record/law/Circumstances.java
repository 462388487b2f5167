package custody.record.law;

import custody.record.events.SystemFact.FacilityMartialLaw;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board needs to know of the facility.
 *
 * @param zone zone of its walls' clocks, for calendar rules only
 * @param martialLaw when martial law was in force there
 */
public record Circumstances(ZoneId zone, List<Period> martialLaw) {
    public Circumstances {
        martialLaw = List.copyOf(martialLaw);
    }

    /** From the first instant up to and without the last; open where {@code to} is null. */
    public record Period(Instant from, @Nullable Instant to) {
        boolean holds(Instant instant) {
            return !instant.isBefore(from) && (to == null || instant.isBefore(to));
        }
    }

    /** Reads the facility's own events, in the order in which they were written: a later one overrules an earlier. */
    public static Circumstances of(ZoneId zone, List<FacilityMartialLaw> declared) {
        List<Period> periods = new ArrayList<>();
        for (FacilityMartialLaw fact : declared) {
            Period stated = new Period(fact.from(), fact.to());
            List<Period> kept = new ArrayList<>();
            periods.forEach(period -> without(period, stated, kept));
            if (fact.inForce()) {
                kept.add(stated);
            }
            periods = kept;
        }
        return new Circumstances(zone, periods);
    }

    private static void without(Period period, Period cut, List<Period> into) {
        Instant from = period.from();
        Instant to = period.to();
        if (from.isBefore(cut.from())) {
            boolean endsBefore = to != null && !to.isAfter(cut.from());
            into.add(new Period(from, endsBefore ? to : cut.from()));
        }
        Instant end = cut.to();
        if (end != null && (to == null || to.isAfter(end))) {
            into.add(new Period(from.isAfter(end) ? from : end, to));
        }
    }

    boolean martialLaw(Instant instant) {
        return martialLaw.stream().anyMatch(period -> period.holds(instant));
    }
}
