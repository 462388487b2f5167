package custody.record.detention;

import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Basis;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.Released;
import custody.record.events.EventId;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.events.NoticeFact.Outcome;
import custody.record.events.RightsFact.RightsExplained;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The way through custody")
class WayThroughTest {

    @Test
    @DisplayName("begins with what opening a record has done")
    void beginsWithTheOpening() {
        WayThrough way = WayThrough.of(Story.delivered().record());
        assertEquals(
                List.of(Step.APPREHENDED, Step.DELIVERED, Step.REGISTERED),
                way.done().stream().map(WayThrough.Done::step).toList());
        assertEquals(Step.values().length - 3, way.open().size());
    }

    @Test
    @DisplayName("closes a step by the first event that does it, and opens it again when that is withdrawn")
    void closesAndOpensAStep() {
        Story story = Story.delivered();
        EventId explained = story.add(new RightsExplained(List.of(), "uk", null, true, null), minutes(60));
        assertTrue(WayThrough.of(story.record())
                .done()
                .contains(new WayThrough.Done(Step.RIGHTS_EXPLAINED, minutes(60), explained)));
        story.add(Correction.withdrawing(explained, "інша особа"), minutes(61));
        assertTrue(WayThrough.of(story.record()).open().contains(Step.RIGHTS_EXPLAINED));
    }

    @Test
    @DisplayName("takes a notice for done when it reached somebody or was refused, not when it was tried")
    void takesANoticeForDoneWhenItReached() {
        Story story = Story.delivered();
        story.add(notice(Outcome.ATTEMPTED), minutes(60));
        assertTrue(WayThrough.of(story.record()).open().contains(Step.LEGAL_AID_TOLD));
        story.add(notice(Outcome.REACHED), minutes(70));
        assertFalse(WayThrough.of(story.record()).open().contains(Step.LEGAL_AID_TOLD));
    }

    @Test
    @DisplayName("asks no search of a person in care, and neither suspicion nor court of the administratively detained")
    void asksWhatBelongs() {
        List<Step> care =
                WayThrough.of(Story.delivered(Basis.POLICE_CARE).record()).open();
        assertFalse(care.contains(Step.SEARCHED));
        List<Step> administrative =
                WayThrough.of(Story.delivered(Basis.ADMINISTRATIVE).record()).open();
        assertTrue(administrative.contains(Step.SEARCHED));
        assertFalse(administrative.contains(Step.SUSPICION_NOTIFIED) || administrative.contains(Step.BROUGHT_TO_COURT));
        List<Step> visitor =
                WayThrough.of(Story.delivered(Basis.VISITOR).record()).open();
        assertFalse(visitor.contains(Step.CELL_ALLOCATED));
    }

    @Test
    @DisplayName("ends with release and the copy handed over")
    void endsWithTheCopy() {
        Story story = Story.delivered();
        story.add(new Released(Released.Ground.LIMIT_REACHED, null, null, true), minutes(120));
        List<Step> open = WayThrough.of(story.record()).open();
        assertFalse(open.contains(Step.CUSTODY_ENDED) || open.contains(Step.COPY_HANDED_OVER));
    }

    private static Notice notice(Outcome outcome) {
        return new Notice(Addressee.LEGAL_AID, outcome, null, null, null, null);
    }
}
