package custody.record.law;

import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Story;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.Event;
import custody.record.events.PersonDetails;
import custody.record.events.PersonDetails.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who the person is")
class IdentityTest {
    private static final LocalDate BORN = LocalDate.of(2011, 3, 4);

    @Test
    @DisplayName("is the same for the cell and for the clocks, whatever identification left open")
    void isTheSameForCellAndClocks() {
        Story story = Story.delivered();
        story.add(new Identified(person(null, BORN, true, Sex.FEMALE), null), minutes(60));
        story.add(new Identified(PersonDetails.named("Мороз", "Ганна", "UA"), "за паспортом"), minutes(70));
        PersonDetails person = story.record().situation().person();
        assertEquals("Мороз", person.surname());
        assertEquals(BORN, person.birthDate());
        assertEquals(Sex.FEMALE, person.sex());
        assertEquals(true, person.ageDoubt());
        assertEquals(known(story.record()), person);
    }

    @Test
    @DisplayName("has no name any more once only looks are written, and keeps what protects")
    void losesANameThatWasFalse() {
        Story story = Story.delivered();
        story.add(new Identified(person("Мороз", BORN, null, Sex.FEMALE), null), minutes(60));
        story.add(new Identified(PersonDetails.described("дівчина, назвалася чужим іменем"), null), minutes(70));
        PersonDetails person = story.record().situation().person();
        assertEquals(true, person.unknown());
        assertEquals(BORN, person.birthDate());
        assertEquals(known(story.record()), person);
    }

    private static PersonDetails known(CustodyRecord record) {
        List<Event> events = record.standing();
        Known known = Known.of((Apprehended) events.getFirst().fact());
        for (Event event : events) {
            known = known.after(event);
        }
        return known.person();
    }

    private static PersonDetails person(
            @Nullable String surname, @Nullable LocalDate birth, @Nullable Boolean doubt, Sex sex) {
        return new PersonDetails(
                surname, null, null, birth, null, doubt, sex, null, null, null, List.of(), null, null, null, null,
                List.of(), null);
    }
}
