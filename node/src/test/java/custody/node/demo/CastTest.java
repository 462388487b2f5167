package custody.node.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.PersonDetails;
import custody.record.events.PersonDetails.SpecialStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Cast CAST = Cast.of(DemoDay.SEED, TODAY);

    private static long count(Predicate<PersonDetails> trait) {
        return CAST.members().stream().map(CastMember::details).filter(trait).count();
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherOthers() {
        assertEquals(CAST.members(), Cast.of(DemoDay.SEED, TODAY).members());
        assertNotEquals(CAST.members(), Cast.of(5, TODAY).members());
    }

    @Test
    void sixtyPeopleHaveSixtySurnames() {
        List<String> surnames = CAST.members().stream()
                .map(member -> String.valueOf(member.details().surname()))
                .distinct()
                .toList();
        assertEquals(60, surnames.size());
    }

    @Test
    void everyoneWhomTheLawMindsIsAmongThem() {
        assertEquals(
                2,
                count(person -> person.birthDate() != null && person.birthDate().isAfter(TODAY.minusYears(18))));
        assertEquals(1, count(person -> Boolean.TRUE.equals(person.ageDoubt())));
        assertEquals(1, count(person -> Boolean.TRUE.equals(person.pregnant())));
        assertTrue(count(person -> person.dependentChildren() != null) >= 3);
        assertTrue(count(person -> !"UA".equals(person.citizenship())) >= 4);
        assertTrue(count(person -> Boolean.TRUE.equals(person.interpreterNeeded())) >= 4);
        for (SpecialStatus status : List.of(
                SpecialStatus.JUDGE,
                SpecialStatus.VETERAN,
                SpecialStatus.ASYLUM_SEEKER,
                SpecialStatus.SERVICEMAN,
                SpecialStatus.ADVOCATE)) {
            assertTrue(count(person -> person.specialStatuses().contains(status)) > 0, status.name());
        }
    }

    @Test
    void oneIsUnknownAtFirst() {
        CastMember unknown = CAST.members().stream()
                .filter(member -> member.unknown() != null)
                .findFirst()
                .orElseThrow();
        assertTrue(unknown.atFirst().unknown());
        assertTrue(!unknown.details().unknown());
    }
}
