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
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.record.places.Regions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Somebody")
class RelationTest {
    private static final FacilityCode HERE = new FacilityCode("UA26-0007");
    private static final Regions APART = FacilityCode::equals;
    private static final FacilityCode ELSEWHERE = new FacilityCode("UA26-0008");

    @Test
    @DisplayName("serves at the facility, or at another")
    void servesAtTheFacility() {
        CustodyRecord record = Story.delivered().record();
        assertTrue(to(record, officer("1000010", HERE)).ownFacility());
        assertFalse(to(record, officer("1000010", ELSEWHERE)).ownFacility());
        assertTrue(Relation.to(HERE, officer("1000010", HERE), APART).ownFacility());
        assertEquals(Relation.STRANGER, Relation.to(HERE, officer("1000010", ELSEWHERE), APART));
    }

    /** Regions of two facilities, {@code null} for one that is not known, and whether they are one. */
    private record Neighbours(
            @Nullable String here, @Nullable String elsewhere, boolean same) {}

    @Test
    @DisplayName("serves in the region of the facility, if somebody has entered which it is")
    void servesInTheRegion() {
        List<Neighbours> table = List.of(
                new Neighbours("Київська", "Київська", true),
                new Neighbours("Київська", "Львівська", false),
                new Neighbours("Київська", "", false),
                new Neighbours("", "Київська", false),
                new Neighbours("", "", false),
                new Neighbours(" ", " ", false),
                new Neighbours("Київська", null, false),
                new Neighbours(null, "Київська", false),
                new Neighbours(null, null, false));
        CustodyRecord record = Story.delivered().record();
        for (Neighbours each : table) {
            Regions regions = Regions.of(code -> Optional.ofNullable(code.equals(HERE) ? each.here() : each.elsewhere())
                    .map(region -> facility(code, region)));
            Officer inspector = officer("1000011", ELSEWHERE);
            assertEquals(each.same(), Relation.to(HERE, inspector, regions).ownRegion(), each::toString);
            assertEquals(each.same(), Relation.to(record, inspector, regions).ownRegion(), each::toString);
            assertTrue(Relation.to(HERE, officer("1000011", HERE), regions).ownRegion(), "one's own facility");
            assertFalse(Relation.to(HERE, inspector, regions).ownFacility());
        }
    }

    private static Facility facility(FacilityCode code, String region) {
        return new Facility(
                code,
                "",
                "",
                region,
                Facility.Kind.POLICE_UNIT,
                Facility.State.ACTIVE,
                ZoneOffset.UTC,
                400,
                new Facility.Serving(null, null, null, null),
                List.of());
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
        return Relation.to(record, officer, APART);
    }

    private static Officer officer(String badge, FacilityCode facility) {
        return new Officer(new Badge(badge), "Ірина Коваль", "", "", facility, Category.DUTY_OFFICER, true);
    }
}
