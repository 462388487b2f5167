package custody.record.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Story;
import custody.record.events.Badge;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.ContactFact.InterviewStarted;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.DefenceFact.DefenderAppointed;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Somebody")
class RelationTest {
    private static final FacilityCode HERE = new FacilityCode("UA26-0007");
    private static final FacilityCode ELSEWHERE = new FacilityCode("UA26-0008");

    @Test
    @DisplayName("serves at the facility, or at another")
    void servesAtTheFacility() {
        CustodyRecord record = Story.delivered().record();
        assertTrue(to(record, officer("1000010", HERE)).ownFacility());
        assertFalse(to(record, officer("1000010", ELSEWHERE)).ownFacility());
        assertTrue(Relation.to(HERE, officer("1000010", HERE)).ownFacility());
        assertEquals(Relation.STRANGER, Relation.to(HERE, officer("1000010", ELSEWHERE)));
    }

    @Test
    @DisplayName("apprehended the person, who is handed over once registered")
    void apprehendedThePerson() {
        Relation relation = to(Story.delivered().record(), officer("1000002", HERE));
        assertTrue(relation.ownDetainee());
        assertTrue(relation.handedOver());
        assertFalse(to(Story.delivered().record(), officer("1000003", HERE)).ownDetainee());
    }

    @Test
    @DisplayName("has the case once an interview is theirs")
    void hasTheCase() {
        Story story = Story.delivered();
        Officer investigator = officer("1000004", HERE);
        assertFalse(to(story.record(), investigator).ownCase());
        story.add(new InterviewStarted(investigator.badge(), null, null, null, null, null), Story.minutes(90));
        assertTrue(to(story.record(), investigator).ownCase());
        assertFalse(to(story.record(), officer("1000014", HERE)).ownCase());
    }

    @Test
    @DisplayName("defends the person by badge, never by name")
    void defendsByBadge() {
        Story story = Story.delivered();
        Officer advocate = officer("1000007", ELSEWHERE);
        story.add(new DefenderAppointed(advocate.name(), null, null), Story.minutes(60));
        assertFalse(to(story.record(), advocate).ownClient());
        story.add(new DefenderAppointed(advocate.badge().number(), null, null), Story.minutes(61));
        assertTrue(to(story.record(), advocate).ownClient());
    }

    @Test
    @DisplayName("is named in a complaint, until it is withdrawn")
    void isNamed() {
        Story story = Story.delivered();
        Officer officer = officer("1000010", HERE);
        EventId complaint =
                story.add(new Complaint("штовхнув", null, List.of(officer.badge()), null), Story.minutes(60));
        assertTrue(to(story.record(), officer).named());
        assertFalse(to(story.record(), officer("1000011", HERE)).named());
        story.add(Correction.withdrawing(complaint, "стосується іншої особи"), Story.minutes(61));
        assertFalse(to(story.record(), officer).named());
    }

    private static Relation to(CustodyRecord record, Officer officer) {
        return Relation.to(record, officer);
    }

    private static Officer officer(String badge, FacilityCode facility) {
        return new Officer(new Badge(badge), "Ірина Коваль", "", "", facility, Category.DUTY_OFFICER, true);
    }
}
