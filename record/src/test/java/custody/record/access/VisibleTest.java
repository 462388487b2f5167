package custody.record.access;

import static custody.record.access.Visible.FULL;
import static custody.record.access.Visible.OUTLINE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Group;
import custody.record.detention.Story;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.Examined;
import custody.record.events.Value;
import custody.record.places.Officer.Category;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reader")
class VisibleTest {
    private static final Relation OWN = new Relation(true, true, false, true, false, true, true, false);
    private static final Relation NAMED = new Relation(true, true, false, true, false, true, true, true);
    private static final Fact EXAMINED = new Examined(null, "болить плече", "садно", null, null, null);

    @Test
    @DisplayName("sees medical detail as medic, custody officer, oversight or the person, and nobody else does")
    void seesMedicalDetail() {
        sees(
                Group.MEDICAL,
                EnumSet.of(
                        Role.MEDIC,
                        Role.CUSTODY_OFFICER,
                        Role.HUMAN_RIGHTS_REGION,
                        Role.HUMAN_RIGHTS_DEPARTMENT,
                        Role.PROSECUTOR,
                        Role.OMBUDSMAN,
                        Role.DETAINEE));
    }

    @Test
    @DisplayName("sees questioning and complaints as custody officer, oversight or the person, and nobody else does")
    void seesWhatIsConfidential() {
        Set<Role> trusted = EnumSet.of(
                Role.CUSTODY_OFFICER,
                Role.HUMAN_RIGHTS_REGION,
                Role.HUMAN_RIGHTS_DEPARTMENT,
                Role.PROSECUTOR,
                Role.OMBUDSMAN,
                Role.DETAINEE);
        sees(Group.QUESTIONING, trusted);
        sees(Group.COMPLAINTS, trusted);
    }

    @Test
    @DisplayName("sees that it happened, where the content is not theirs")
    void seesThatItHappened() {
        Story story = Story.delivered();
        EventId examined = story.add(EXAMINED, Story.minutes(60));
        assertEquals(OUTLINE, to(Role.FACILITY_STAFF, OWN, story, examined));
        assertEquals(FULL, to(Role.MEDIC, OWN, story, examined));
    }

    @Test
    @DisplayName("cannot see through a correction what the original hides")
    void cannotSeeThroughACorrection() {
        Story story = Story.delivered();
        EventId examined = story.add(EXAMINED, Story.minutes(60));
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("seen", new Value.Text("садно і синець"));
        EventId correction = story.add(Correction.rewording(examined, "доповнено", fields), Story.minutes(61));
        assertEquals(OUTLINE, to(Role.FACILITY_STAFF, OWN, story, correction));
        assertEquals(FULL, to(Role.MEDIC, OWN, story, correction));
    }

    @Test
    @DisplayName("cannot see a complaint that names them")
    void cannotSeeAComplaintThatNamesThem() {
        Story story = Story.delivered();
        EventId complaint = story.add(
                new Complaint(
                        "штовхнув",
                        null,
                        List.of(AccessTest.officer(Category.CUSTODY_OFFICER, true)
                                .badge()),
                        null),
                Story.minutes(60));
        assertEquals(OUTLINE, to(Role.CUSTODY_OFFICER, NAMED, story, complaint));
        assertEquals(FULL, to(Role.CUSTODY_OFFICER, OWN, story, complaint));
        assertEquals(FULL, to(Role.PROSECUTOR, NAMED, story, complaint));
    }

    @Test
    @DisplayName("sees as advocate rights, notices, times and contacts of the client, not the desk's care and flags")
    void seesAsAdvocate() {
        Set<Group> full = EnumSet.of(
                Group.CUSTODY,
                Group.RIGHTS,
                Group.NOTICES,
                Group.DEFENCE,
                Group.COERCION,
                Group.MOVEMENT,
                Group.CONTACTS);
        for (EventKind kind : Catalogue.kinds()) {
            assertEquals(
                    full.contains(kind.group()) ? FULL : OUTLINE, Visible.to(Role.ADVOCATE, OWN, kind), kind::name);
        }
    }

    private static void sees(Group group, Set<Role> trusted) {
        for (EventKind kind : Catalogue.kinds()) {
            if (kind.group() == group) {
                for (Role role : Role.values()) {
                    assertEquals(
                            trusted.contains(role) ? FULL : OUTLINE,
                            Visible.to(role, OWN, kind),
                            () -> role + " " + kind.name());
                }
            }
        }
    }

    private static Visible to(Role role, Relation relation, Story story, EventId id) {
        Event event = story.record().event(id).orElseThrow();
        return Visible.to(role, relation, event, story.record()::event);
    }
}
