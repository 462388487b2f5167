package custody.record.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Basis;
import custody.record.events.FacilityCode;
import custody.record.events.PersonDetails.Sex;
import custody.record.events.RecordNumber;
import custody.record.events.RoomCode;
import custody.record.places.Occupant.Age;
import custody.record.places.Room.Designation;
import custody.record.places.Separation.Concern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cell")
class SeparationTest {
    private static final FacilityCode FACILITY = new FacilityCode("UA26-0007");
    private static final int NORM = 400;
    private static final Room CELL = cell(1_200, 3, Designation.ANYONE, null);

    @Test
    @DisplayName("can take men with men and women with women")
    void canTakeTheSame() {
        assertEquals(Set.of(), judge(man(1), CELL, man(2), man(3)));
        assertEquals(Set.of(), judge(woman(1), CELL, woman(2)));
        assertEquals(Set.of(), judge(man(1), CELL));
    }

    @Test
    @DisplayName("cannot take women with men, either way round")
    void cannotTakeWomenWithMen() {
        assertEquals(Set.of(Concern.WOMEN_WITH_MEN), judge(woman(1), CELL, man(2)));
        assertEquals(Set.of(Concern.WOMEN_WITH_MEN), judge(man(1), CELL, man(2), woman(3)));
        assertTrue(Separation.refuses(judge(woman(1), CELL, man(2))));
    }

    @Test
    @DisplayName("cannot take minors with adults, and asks where age is in doubt")
    void cannotTakeMinorsWithAdults() {
        Occupant minor = of(1, Sex.MALE, Age.MINOR, Basis.CPC_208);
        assertEquals(Set.of(Concern.MINORS_WITH_ADULTS), judge(minor, CELL, man(2)));
        assertEquals(Set.of(Concern.MINORS_WITH_ADULTS), judge(man(2), CELL, minor));
        assertEquals(Set.of(), judge(minor, CELL, of(2, Sex.MALE, Age.MINOR, Basis.CPC_208)));
        Occupant doubtful = of(3, Sex.MALE, Age.IN_DOUBT, Basis.CPC_208);
        assertEquals(Set.of(Concern.AGE_IN_DOUBT), judge(doubtful, CELL, man(2)));
        assertEquals(Set.of(), judge(doubtful, CELL));
        assertFalse(Separation.refuses(Set.of(Concern.AGE_IN_DOUBT)));
    }

    @Test
    @DisplayName("asks where nobody has written down the sex, unless the person is alone")
    void asksForTheSex() {
        Occupant unknown = of(1, null, Age.ADULT, Basis.CPC_208);
        assertEquals(Set.of(Concern.SEX_UNKNOWN), judge(unknown, CELL, man(2)));
        assertEquals(Set.of(), judge(unknown, CELL));
    }

    @Test
    @DisplayName("warns of convicted and administratively detained persons among others")
    void warnsOfMixedBases() {
        Occupant convicted = of(1, Sex.MALE, Age.ADULT, Basis.CONVICTED);
        Occupant administrative = of(2, Sex.MALE, Age.ADULT, Basis.ADMINISTRATIVE);
        Occupant arrest = of(3, Sex.MALE, Age.ADULT, Basis.ADMINISTRATIVE_ARREST);
        assertEquals(Set.of(Concern.CONVICTED_WITH_OTHERS), judge(convicted, CELL, man(4)));
        assertEquals(Set.of(Concern.ADMINISTRATIVE_WITH_OTHERS), judge(man(4), CELL, administrative));
        assertEquals(Set.of(), judge(administrative, CELL, arrest));
        assertEquals(
                Set.of(Concern.CONVICTED_WITH_OTHERS, Concern.ADMINISTRATIVE_WITH_OTHERS),
                judge(convicted, CELL, administrative));
        assertFalse(Separation.refuses(judge(convicted, CELL, administrative)));
    }

    @Test
    @DisplayName("cannot take two who are to be kept apart, whoever of them it was written for")
    void cannotTakeThoseKeptApart() {
        Occupant enemy = new Occupant(
                number(1),
                Sex.MALE,
                Age.ADULT,
                Set.of(Basis.CPC_208),
                Set.of(number(2).toString()));
        assertEquals(Set.of(Concern.KEEP_APART), judge(enemy, CELL, man(2)));
        assertEquals(Set.of(Concern.KEEP_APART), judge(man(2), CELL, enemy));
        assertEquals(Set.of(), judge(man(3), CELL, enemy));
    }

    @Test
    @DisplayName("can be full, and warns of one more")
    void warnsOfOneTooMany() {
        Room large = cell(4_000, 2, Designation.ANYONE, null);
        assertEquals(Set.of(), judge(man(1), large, man(2)));
        assertEquals(Set.of(Concern.OVER_CAPACITY), judge(man(1), large, man(2), man(3)));
    }

    @Test
    @DisplayName("gives 4 m² a person, and warns of a hundredth less")
    void warnsOfLessArea() {
        assertEquals(Set.of(), judge(man(1), cell(800, 3, Designation.ANYONE, null), man(2)));
        assertEquals(Set.of(Concern.UNDER_AREA), judge(man(1), cell(799, 3, Designation.ANYONE, null), man(2)));
        assertEquals(Set.of(), Separation.judge(man(1), cell(799, 3, Designation.ANYONE, null), List.of(man(2)), 250));
    }

    @Test
    @DisplayName("cannot take anybody while out of use, nor where nobody is held")
    void cannotTakeAnybodyOutOfUse() {
        assertEquals(Set.of(Concern.OUT_OF_USE), judge(man(1), cell(1_200, 3, Designation.ANYONE, "ремонт")));
        assertEquals(Set.of(Concern.NOT_FOR_HOLDING), judge(man(1), cell(1_200, 0, Designation.ANYONE, null)));
    }

    @Test
    @DisplayName("is meant for some, and warns of others")
    void warnsOfOthersThanMeant() {
        Occupant minor = of(1, Sex.MALE, Age.MINOR, Basis.CPC_208);
        assertEquals(Set.of(), judge(woman(1), cell(1_200, 3, Designation.WOMEN, null)));
        assertEquals(Set.of(Concern.OTHER_DESIGNATION), judge(man(1), cell(1_200, 3, Designation.WOMEN, null)));
        assertEquals(Set.of(Concern.OTHER_DESIGNATION), judge(woman(1), cell(1_200, 3, Designation.MEN, null)));
        assertEquals(Set.of(), judge(minor, cell(1_200, 3, Designation.MINORS, null)));
        assertEquals(Set.of(Concern.OTHER_DESIGNATION), judge(man(1), cell(1_200, 3, Designation.MINORS, null)));
        assertEquals(Set.of(Concern.OTHER_DESIGNATION), judge(minor, cell(1_200, 3, Designation.MEN, null)));
        assertEquals(
                Set.of(Concern.OTHER_DESIGNATION), judge(man(1), cell(1_200, 3, Designation.ADMINISTRATIVE, null)));
        assertEquals(Set.of(Concern.OTHER_DESIGNATION), judge(man(1), cell(1_200, 3, Designation.CONVICTED, null)));
    }

    @Test
    @DisplayName("does not count the person twice who is already there")
    void doesNotCountTwice() {
        Room single = cell(400, 1, Designation.ANYONE, null);
        assertEquals(Set.of(), judge(man(1), single, man(1)));
    }

    private static Set<Concern> judge(Occupant person, Room room, Occupant... there) {
        return Separation.judge(person, room, List.of(there), NORM);
    }

    private static Room cell(int area, int capacity, Designation designation, @Nullable String outOfUse) {
        return new Room(
                new RoomCode("CELL-1"),
                "Камера 1",
                Room.Kind.CELL,
                Room.Privacy.MASKED,
                true,
                area,
                capacity,
                designation,
                outOfUse);
    }

    private static Occupant man(int number) {
        return of(number, Sex.MALE, Age.ADULT, Basis.CPC_208);
    }

    private static Occupant woman(int number) {
        return of(number, Sex.FEMALE, Age.ADULT, Basis.CPC_208);
    }

    private static Occupant of(int number, @Nullable Sex sex, Age age, Basis basis) {
        return new Occupant(number(number), sex, age, Set.of(basis), Set.of());
    }

    private static RecordNumber number(int running) {
        return new RecordNumber(FACILITY, 2026, running);
    }
}
