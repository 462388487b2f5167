package custody.record.places;

import custody.record.events.Basis;
import custody.record.events.PersonDetails.Sex;
import custody.record.places.Occupant.Age;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a person may be put into a cell with those who are there (Pre-trial Detention Law 8; area by order 440 as
 * amended, a parameter of the facility).
 */
public final class Separation {
    private Separation() {}

    /** What stands against an allocation. */
    public enum Concern {
        NOT_FOR_HOLDING(Weight.REFUSE),
        OUT_OF_USE(Weight.REFUSE),
        WOMEN_WITH_MEN(Weight.REFUSE),
        MINORS_WITH_ADULTS(Weight.REFUSE),
        KEEP_APART(Weight.REFUSE),
        SEX_UNKNOWN(Weight.WARN),
        AGE_IN_DOUBT(Weight.WARN),
        CONVICTED_WITH_OTHERS(Weight.WARN),
        ADMINISTRATIVE_WITH_OTHERS(Weight.WARN),
        OTHER_DESIGNATION(Weight.WARN),
        OVER_CAPACITY(Weight.WARN),
        UNDER_AREA(Weight.WARN);

        private final Weight weight;

        Concern(Weight weight) {
            this.weight = weight;
        }

        /** How much it weighs. */
        public Weight weight() {
            return weight;
        }
    }

    /** How much a concern weighs. */
    public enum Weight {
        /** The allocation needs a reason, which is kept with it. */
        WARN,
        /** The allocation is not made: another cell. */
        REFUSE
    }

    /**
     * All that stands against putting {@code person} into {@code room}, the gravest first; empty when nothing does.
     *
     * @param areaNorm least floor area a person, in hundredths of a square metre
     */
    public static Set<Concern> judge(Occupant person, Room room, Collection<Occupant> there, int areaNorm) {
        List<Occupant> others = there.stream()
                .filter(other -> !other.number().equals(person.number()))
                .toList();
        Set<Concern> concerns = EnumSet.noneOf(Concern.class);
        room(person, room, others.size() + 1, areaNorm, concerns);
        company(person, others, concerns);
        return concerns;
    }

    /** Whether any of these refuses the allocation. */
    public static boolean refuses(Collection<Concern> concerns) {
        return concerns.stream().anyMatch(concern -> concern.weight() == Weight.REFUSE);
    }

    private static void room(Occupant person, Room room, int persons, int areaNorm, Set<Concern> concerns) {
        note(concerns, Concern.NOT_FOR_HOLDING, room.capacity() == 0);
        note(concerns, Concern.OUT_OF_USE, room.outOfUse() != null);
        note(concerns, Concern.OTHER_DESIGNATION, !meantFor(room.designation(), person));
        note(concerns, Concern.OVER_CAPACITY, room.capacity() > 0 && persons > room.capacity());
        note(concerns, Concern.UNDER_AREA, (long) areaNorm * persons > room.area());
    }

    private static void company(Occupant person, List<Occupant> others, Set<Concern> concerns) {
        note(concerns, Concern.WOMEN_WITH_MEN, others.stream().anyMatch(other -> differentSex(person, other)));
        note(concerns, Concern.SEX_UNKNOWN, mixed(person, others, one -> one.sex() == null, _ -> true));
        note(
                concerns,
                Concern.MINORS_WITH_ADULTS,
                mixed(person, others, one -> one.age() == Age.MINOR, one -> one.age() == Age.ADULT));
        note(concerns, Concern.AGE_IN_DOUBT, mixed(person, others, one -> one.age() == Age.IN_DOUBT, _ -> true));
        note(
                concerns,
                Concern.CONVICTED_WITH_OTHERS,
                mixed(person, others, Separation::convicted, one -> !convicted(one)));
        note(
                concerns,
                Concern.ADMINISTRATIVE_WITH_OTHERS,
                mixed(person, others, Separation::administrative, one -> !administrative(one)));
        note(concerns, Concern.KEEP_APART, others.stream().anyMatch(other -> apart(person, other)));
    }

    private static boolean differentSex(Occupant one, Occupant other) {
        return one.sex() != null && other.sex() != null && one.sex() != other.sex();
    }

    /** Whether the newcomer and one of the others fall on the two sides, either way round. */
    private static boolean mixed(
            Occupant person, List<Occupant> others, Predicate<Occupant> one, Predicate<Occupant> other) {
        return (one.test(person) && others.stream().anyMatch(other))
                || (other.test(person) && others.stream().anyMatch(one));
    }

    private static boolean apart(Occupant one, Occupant other) {
        return one.keepApartFrom().contains(other.number().toString())
                || other.keepApartFrom().contains(one.number().toString());
    }

    private static boolean convicted(Occupant person) {
        return person.bases().contains(Basis.CONVICTED);
    }

    private static boolean administrative(Occupant person) {
        return person.bases().contains(Basis.ADMINISTRATIVE) || person.bases().contains(Basis.ADMINISTRATIVE_ARREST);
    }

    private static boolean meantFor(Room.Designation designation, Occupant person) {
        return switch (designation) {
            case ANYONE -> true;
            case MEN -> person.sex() != Sex.FEMALE && person.age() != Age.MINOR;
            case WOMEN -> person.sex() != Sex.MALE && person.age() != Age.MINOR;
            case MINORS -> person.age() != Age.ADULT;
            case ADMINISTRATIVE -> administrative(person);
            case CONVICTED -> convicted(person);
        };
    }

    private static void note(Set<Concern> concerns, Concern concern, boolean found) {
        if (found) {
            concerns.add(concern);
        }
    }
}
