package custody.web.pages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.InCustody;
import custody.record.desk.Reading;
import custody.record.desk.Reading.Purpose;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.web.house.BusyMorning;
import custody.web.house.House;
import custody.web.house.HouseClock;
import custody.web.house.HouseLaw;
import custody.web.house.InMemoryCustodyRecords;
import custody.web.words.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list on paper")
class PrintedListTest {
    private static final Instant NOON = Instant.parse("2026-11-24T10:00:00Z");
    private final PrintedList list = new PrintedList();

    private static InCustody present() {
        HouseClock clock = new HouseClock();
        clock.set(NOON);
        InMemoryCustodyRecords records = new InMemoryCustodyRecords(clock);
        BusyMorning.play(records, clock);
        return records.inCustody(House.FACILITY, new Reading(new Badge("SYSTEM"), "", Purpose.CARE, "printed-list"));
    }

    @Test
    @DisplayName("names everyone in custody with place, basis and times, and says as of when")
    void namesEveryone() {
        InCustody present = present();
        String html = list.html(present, HouseLaw.book(), House.facility(), Language.UK, NOON);
        assertTrue(html.contains("Станом на 24.11.2026, 12:00"), html);
        for (CustodyRecord record : present.records()) {
            assertTrue(html.contains("№ " + record.number().running()));
        }
        assertTrue(html.contains("Вигаданий Степан"));
        assertTrue(html.contains("<strong>27.11.2026, 07:00</strong><br>КПК 211(1)"), html);
    }

    @Test
    @DisplayName("needs nothing but itself: no script, no other file")
    void needsNothingElse() {
        String html = list.html(present(), HouseLaw.book(), House.facility(), Language.EN, NOON);
        assertFalse(
                html.contains("<script") || html.contains("src=") || html.contains("href=") || html.contains("url("));
    }

    @Test
    @DisplayName("says that nobody is held, where nobody is")
    void saysNobody() {
        assertTrue(list.html(new InCustody(List.of(), List.of()), HouseLaw.book(), House.facility(), Language.EN, NOON)
                .contains("Nobody is held."));
    }
}
