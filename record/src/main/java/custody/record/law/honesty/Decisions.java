package custody.record.law.honesty;

import custody.record.events.Basis;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.CourtDecision;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A basis that only a court can give, entered in place of or beside another while no court's decision is on record. The
 * limits of the former basis end with it, and nothing but this asks why. Whoever is booked on such a basis comes from a
 * court that is on another record.
 */
final class Decisions {
    private static final Set<Basis> BY_A_COURT = EnumSet.of(Basis.REMAND, Basis.ADMINISTRATIVE_ARREST, Basis.CONVICTED);

    private Decisions() {}

    /** Nothing is missing while it may still be written in time. */
    static void missing(List<Event> events, List<Event> written, Instant now, Consumer<FlagRaised> raise) {
        if (events.stream().anyMatch(event -> event.fact() instanceof CourtDecision)) {
            return;
        }
        Moves moves = Moves.of(written);
        Map<EventId, Event> originals = new HashMap<>();
        written.forEach(event -> originals.put(event.id(), event));
        for (Event event : events) {
            boolean claims = claims(event, originals.get(event.id()));
            if (claims && !settled(event, moves).isAfter(now)) {
                raise.accept(new FlagRaised(Flag.BASIS_WITHOUT_DECISION, List.of(event.id()), null));
            }
        }
    }

    /** When it is settled that no decision was written with the basis. */
    static Stream<Instant> deadlines(List<Event> events) {
        Moves unmoved = Moves.of(List.of());
        return events.stream().filter(event -> claims(event, event)).map(event -> settled(event, unmoved));
    }

    private static Instant settled(Event event, Moves moves) {
        Instant written = moves.written(event);
        return (written.isAfter(event.occurredAt()) ? written : event.occurredAt()).plus(Gaps.WRITING);
    }

    /** A booking claims it only where a correction put the basis in. */
    private static boolean claims(Event event, @Nullable Event original) {
        return switch (event.fact()) {
            case BasisAdded added -> BY_A_COURT.contains(added.basis());
            case BasisChanged changed -> BY_A_COURT.contains(changed.basis());
            case Apprehended booked ->
                BY_A_COURT.contains(booked.basis())
                        && original != null
                        && original.fact() instanceof Apprehended first
                        && !BY_A_COURT.contains(first.basis());
            default -> false;
        };
    }
}
