package custody.record.detention;

import static custody.record.detention.Story.T0;
import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.Level;
import custody.record.events.CareFact.ObservationLevelSet;
import custody.record.events.CareFact.RiskAssessed;
import custody.record.events.CoercionFact.Handcuffs;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.CustodyFact.Registered;
import custody.record.events.CustodyFact.Released;
import custody.record.events.CustodyFact.Transferred;
import custody.record.events.CustodyFact.Transferred.Destination;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.Hospital;
import custody.record.events.MedicalFact.Hospital.Stage;
import custody.record.events.MovementFact.CellAllocated;
import custody.record.events.MovementFact.EscortIn;
import custody.record.events.MovementFact.EscortOut;
import custody.record.events.MovementFact.Moved;
import custody.record.events.Occurrence;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The situation")
class FoldingTest {
    private static final RoomCode CELL = new RoomCode("CELL-3");

    @Test
    @DisplayName("follows what occurred, whatever the order in which it was written")
    void followsWhatOccurred() {
        Story story = Story.delivered();
        story.add(new Moved(new RoomCode("SEARCH-1"), null, null, List.of()), minutes(55));
        story.add(new CellAllocated(CELL, null), minutes(90));
        story.add(new Moved(new RoomCode("REG-1"), null, null, List.of()), minutes(60), minutes(91));
        assertEquals(CELL, story.now().room());
        assertEquals(
                new RoomCode("REG-1"), story.record().situationAt(minutes(70)).room());
        assertEquals(minutes(90), story.now().lastEventAt());
    }

    @Test
    @DisplayName("can be asked for any instant, and knows no later event then")
    void canBeAskedForAnyInstant() {
        Story story = Story.delivered();
        story.add(new Released(null, null, null, null), minutes(120));
        CustodyRecord record = story.record();
        assertEquals(Status.ON_THE_WAY, record.situationAt(T0).status());
        assertEquals(Status.ON_THE_WAY, record.situationAt(minutes(46)).status());
        assertEquals(Status.IN_CUSTODY, record.situationAt(minutes(47)).status());
        assertNull(record.situationAt(minutes(49)).registeredAt());
        assertEquals(
                Status.IN_CUSTODY,
                record.situationAt(minutes(120).minusMillis(1)).status());
        assertEquals(Status.RELEASED, record.situationAt(minutes(120)).status());
    }

    @Test
    @DisplayName("keeps T0 through every change of basis")
    void keepsT0() {
        Story story = Story.delivered(Basis.ADMINISTRATIVE);
        story.add(new BasisAdded(Basis.CPC_208, null, null, null), minutes(60));
        assertEquals(List.of(Basis.ADMINISTRATIVE, Basis.CPC_208), story.now().bases());
        assertEquals(Basis.CPC_208, story.now().basis());
        story.add(new BasisChanged(Basis.REMAND, null, null, null, "ухвала суду"), minutes(70));
        assertEquals(List.of(Basis.REMAND), story.now().bases());
        assertEquals(T0, story.now().apprehendedAt());
    }

    @Test
    @DisplayName("names no basis twice; what is added again becomes the newest")
    void namesNoBasisTwice() {
        Story story = Story.delivered(Basis.CPC_208);
        story.add(new BasisAdded(Basis.MARTIAL_LAW, null, null, null), minutes(60));
        story.add(new BasisAdded(Basis.CPC_208, null, null, null), minutes(61));
        assertEquals(List.of(Basis.MARTIAL_LAW, Basis.CPC_208), story.now().bases());
    }

    @Test
    @DisplayName("turns a visitor into a detainee, and the first control stays the visit's")
    void turnsAVisitorIntoADetainee() {
        Story story = Story.delivered(Basis.VISITOR);
        story.add(new BasisChanged(Basis.CPC_208, "ч. 2 ст. 186", null, null, null), minutes(240));
        assertEquals(Basis.VISITOR, story.record().situationAt(minutes(239)).basis());
        assertEquals(Basis.CPC_208, story.now().basis());
        assertEquals(T0, story.now().apprehendedAt());
    }

    @Test
    @DisplayName("learns who an unknown person is, and still knows what was known before")
    void learnsWhoAnUnknownPersonIs() {
        Story story = Story.delivered();
        story.add(new Identified(Story.unknown("чоловік без документів"), null), minutes(55));
        assertTrue(story.now().person().unknown());
        story.add(new Identified(Story.person("Коваленко"), "за відбитками пальців"), minutes(600));
        assertEquals("Коваленко", story.now().person().surname());
        assertTrue(story.record().situationAt(minutes(599)).person().unknown());
        assertEquals("Бондар", story.record().situationAt(minutes(54)).person().surname());
    }

    @Test
    @DisplayName("leaves the room and the facility with the person, and comes back to the facility alone")
    void leavesWithThePerson() {
        Story story = Story.delivered();
        story.add(new CellAllocated(CELL, null), minutes(60));
        story.add(hospital(Stage.LEFT_FOR), minutes(70));
        assertEquals(Status.ELSEWHERE, story.now().status());
        assertEquals("Міська лікарня № 1", story.now().elsewhere());
        assertNull(story.now().room());
        story.add(hospital(Stage.ADMITTED), minutes(80));
        assertEquals(minutes(70), story.now().statusSince());
        story.add(hospital(Stage.RETURNED), minutes(90));
        assertEquals(Status.IN_CUSTODY, story.now().status());
        assertNull(story.now().elsewhere());
    }

    @Test
    @DisplayName("follows the person from court to hospital without coming back between")
    void followsFromPlaceToPlace() {
        Story story = Story.delivered();
        story.add(new EscortOut("суд", "запобіжний захід", List.of(), null), minutes(60));
        story.add(hospital(Stage.ADMITTED), minutes(80));
        assertEquals("Міська лікарня № 1", story.now().elsewhere());
        assertEquals("суд", story.record().situationAt(minutes(79)).elsewhere());
        story.add(new EscortIn("лікарня", List.of(), null), minutes(90));
        assertEquals(Status.IN_CUSTODY, story.now().status());
    }

    @Test
    @DisplayName("is in custody once delivered from the hospital on the way")
    void isInCustodyOnceDelivered() {
        Story story = Story.onTheWay(Basis.CPC_208);
        story.add(hospital(Stage.ADMITTED), minutes(20));
        assertEquals(Status.ELSEWHERE, story.now().status());
        story.add(new Delivered(List.of(), null), minutes(90));
        assertEquals(Status.IN_CUSTODY, story.now().status());
        assertNull(story.now().elsewhere());
        story.add(new Registered(null), minutes(91));
        assertEquals(minutes(91), story.now().registeredAt());
    }

    @Test
    @DisplayName("ends once: what is written late cannot bring the released back")
    void endsOnce() {
        Story story = Story.onTheWay(Basis.CPC_208);
        story.add(new Transferred(Destination.HOSPITAL, null, null), minutes(30));
        assertEquals(Status.TRANSFERRED, story.now().status());
        Event late = Event.plain(
                new EventId(new UUID(8, 8)),
                Story.ID,
                3,
                new Occurrence(minutes(40), null, Occurrence.Source.STATED),
                minutes(50),
                Story.CUSTODY_OFFICER,
                new Delivered(List.of(), null));
        assertEquals(
                Status.TRANSFERRED,
                story.record().with(List.of(late)).situation().status());
    }

    @Test
    @DisplayName("knows level, last check and handcuffs")
    void knowsLevelCheckAndHandcuffs() {
        Story story = Story.delivered();
        story.add(new Handcuffs(Handcuffs.State.ON, null, null), minutes(1), minutes(50));
        assertTrue(story.now().handcuffed());
        story.add(new Handcuffs(Handcuffs.State.LOOSENED, null, null), minutes(51));
        assertTrue(story.now().handcuffed());
        story.add(new Handcuffs(Handcuffs.State.OFF, null, null), minutes(52));
        assertFalse(story.now().handcuffed());
        story.add(new ObservationLevelSet(Level.EVERY_15_MIN, "стан сп’яніння"), minutes(60));
        story.add(new CheckMade(null, null, null, null), minutes(75));
        story.add(new CheckMade(null, null, null, null), minutes(61), minutes(76));
        assertEquals(Level.EVERY_15_MIN, story.now().level());
        assertEquals(minutes(75), story.now().lastCheck());
    }

    @Test
    @DisplayName("gathers risks from the questioning, and takes an assessment for the whole")
    void gathersRisks() {
        Story story = Story.delivered();
        story.add(questioned(Risk.HEAD_INJURY), minutes(60));
        story.add(questioned(Risk.INTOXICATED), minutes(61));
        assertEquals(Set.of(Risk.HEAD_INJURY, Risk.INTOXICATED), story.now().risks());
        story.add(new RiskAssessed(List.of(Risk.WITHDRAWAL), List.of(), null), minutes(62));
        assertEquals(Set.of(Risk.WITHDRAWAL), story.now().risks());
    }

    private static Fact questioned(Risk risk) {
        return new DetaineeQuestioned(null, null, null, null, null, null, null, null, null, List.of(risk), null);
    }

    private static Fact hospital(Stage stage) {
        return new Hospital(stage, "Міська лікарня № 1", null, List.of());
    }
}
