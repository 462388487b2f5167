package custody.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a flag measured")
class FlagDetailTest {
    private static String said(Flag flag, String detail, Language language) {
        return FlagDetail.say(
                new FlagRaised(flag, List.of(), detail),
                Wording.in(language),
                new Times(ZoneId.of("Europe/Kyiv"), language),
                rule -> "rule " + rule,
                room -> "room " + room);
    }

    @Test
    @DisplayName("is a sentence in the reader's language, with local times")
    void isASentence() {
        assertEquals(
                "Внесено через 40\u00a0хв після завершення", said(Flag.LATE_ENTRY, "delay=PT40M49.597S", Language.UK));
        assertEquals(
                "6 entries at once, from 24.11.2026, 10:00 to 24.11.2026, 13:30",
                said(Flag.BATCH_ENTRY, "entries=6, from=2026-11-24T08:00:00Z, to=2026-11-24T11:30:00Z", Language.EN));
        assertEquals(
                "The answers ask for: Every 15 min; no reason is given",
                said(Flag.LEVEL_BELOW_ANSWERS, "wanted=every-15-min", Language.EN));
        assertEquals(
                "Відповіді вимагають: Кожні 15 хв; такого рівня не встановлено протягом 30\u00a0хв",
                said(Flag.LEVEL_BELOW_ANSWERS, "wanted=every-15-min, within=PT30M", Language.UK));
        assertEquals(
                "rule relatives: due 24.11.2026, 10:00",
                said(Flag.JUST_BEFORE_DEADLINE, "rule=relatives, due=2026-11-24T08:00:00Z", Language.EN));
        assertEquals(
                "У приміщенні room CELL-1 не записувала жодна камера",
                said(Flag.NO_CAMERA_COVERAGE, "room=CELL-1", Language.UK));
    }

    @Test
    @DisplayName("is shown as it was kept where it was measured otherwise")
    void isNeverLost() {
        assertEquals("some older words", said(Flag.LATE_ENTRY, "some older words", Language.UK));
        assertEquals("", said(Flag.ABSENT_PERSON, "", Language.UK));
    }
}
