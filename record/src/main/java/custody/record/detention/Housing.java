package custody.record.detention;

import custody.record.detention.Situation.Status;
import custody.record.events.CareFact.RiskAssessed;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.MovementFact;
import custody.record.events.PersonDetails;
import custody.record.events.RoomCode;
import custody.record.places.Occupant;
import custody.record.places.Occupant.Age;
import custody.record.places.Room;
import custody.record.places.Separation;
import custody.record.places.Separation.Concern;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may share a cell, read off the records of those who are there. */
public final class Housing {
    private static final int MAJORITY = 18;

    private Housing() {}

    /**
     * All that stands against putting a person into a room with those who are there, the gravest first.
     *
     * @param person who is to be put there
     * @param room where
     * @param present records of everyone in custody at the facility
     * @param areaNorm least floor area a person, in hundredths of a square metre
     * @param today the day, by the facility's walls
     */
    public static Set<Concern> concerns(
            CustodyRecord person, Room room, Collection<CustodyRecord> present, int areaNorm, LocalDate today) {
        List<Occupant> there = in(room, present).stream()
                .map(record -> occupant(record, today))
                .toList();
        return Separation.judge(occupant(person, today), room, there, areaNorm);
    }

    /**
     * Somebody who comes to another room by an entry.
     *
     * @param reason what is said there of why; null for nothing
     */
    public record Coming(RoomCode room, @Nullable String reason) {}

    /**
     * To which room the person comes by an entry: an allocation, a move, or a correction by which one of those is another, or
     * the last one. Empty where the entry is refused or the person stays where it is, as by a move of earlier in the day.
     */
    public static Optional<Coming> coming(CustodyRecord person, Draft draft, Moment moment) {
        if (!(Keeping.add(person, draft, moment) instanceof Decision.Accepted(List<Event> events))) {
            return Optional.empty();
        }
        CustodyRecord after = person.with(events);
        RoomCode room = after.situation().room();
        if (room == null || room.equals(person.situation().room())) {
            return Optional.empty();
        }
        return after.standing().reversed().stream()
                .filter(event -> room.equals(to(event.fact())))
                .findFirst()
                .map(event -> new Coming(room, why(event, draft.fact())));
    }

    private static @Nullable RoomCode to(Fact fact) {
        if (fact instanceof MovementFact.Moved moved) {
            return moved.to();
        }
        return fact instanceof MovementFact.CellAllocated allocated ? allocated.cell() : null;
    }

    /** A correction that only takes back what came later says itself why. */
    private static @Nullable String why(Event event, Fact written) {
        if (written instanceof Correction correction && !correction.corrects().equals(event.id())) {
            return correction.reason();
        }
        if (event.fact() instanceof MovementFact.Moved moved) {
            return moved.reason();
        }
        return event.fact() instanceof MovementFact.CellAllocated allocated ? allocated.separationReason() : null;
    }

    /** How many of those present are in each room now; rooms without anybody are left out. */
    public static Map<RoomCode, Integer> occupancy(Collection<CustodyRecord> present) {
        Map<RoomCode, Integer> people = new HashMap<>();
        for (CustodyRecord record : present) {
            RoomCode room = record.situation().room();
            if (room != null && record.situation().status() == Status.IN_CUSTODY) {
                people.merge(room, 1, Integer::sum);
            }
        }
        return people;
    }

    /** Whoever of those present is in the room now. */
    public static List<CustodyRecord> in(Room room, Collection<CustodyRecord> present) {
        return present.stream()
                .filter(record -> record.situation().status() == Status.IN_CUSTODY)
                .filter(record -> room.code().equals(record.situation().room()))
                .toList();
    }

    private static Occupant occupant(CustodyRecord record, LocalDate today) {
        Situation situation = record.situation();
        return new Occupant(
                record.number(),
                situation.person().sex(),
                age(situation.person(), today),
                Set.copyOf(situation.bases()),
                keepApart(record));
    }

    /** Whose age nobody has doubted counts as of age; whoever doubts it says so in the record. */
    private static Age age(PersonDetails person, LocalDate today) {
        LocalDate birth = person.birthDate();
        Integer estimated = person.estimatedAge();
        if (birth != null) {
            return birth.plusYears(MAJORITY).isAfter(today) ? Age.MINOR : Age.ADULT;
        }
        if (Boolean.TRUE.equals(person.ageDoubt())) {
            return Age.IN_DOUBT;
        }
        return estimated != null && estimated < MAJORITY ? Age.MINOR : Age.ADULT;
    }

    private static Set<String> keepApart(CustodyRecord record) {
        Set<String> apart = new HashSet<>();
        record.standing().forEach(event -> {
            if (event.fact() instanceof RiskAssessed assessed) {
                apart.addAll(assessed.keepApartFrom());
            }
        });
        return apart;
    }

    /**
     * Why the allocation cannot be made; null where it can be, with or without a reason.
     *
     * @param concerns as {@link #concerns} answers
     */
    public static @Nullable Refusal refusal(Set<Concern> concerns) {
        return concerns.stream()
                .filter(concern -> concern.weight() == Separation.Weight.REFUSE)
                .findFirst()
                .<Refusal>map(Refusal.UnsuitableCell::new)
                .orElse(null);
    }
}
